-- What kind of file this is.

-- name: schema-application
-- The number a Sedia database carries in its header.
PRAGMA application_id

-- name: schema-version
-- Which migration the file has reached.
PRAGMA user_version

-- name: schema-tables
-- Whether there is anything in the file.
SELECT count(*) FROM sqlite_schema
