-- Documents being typed.

-- name: draft-insert
-- Something begins to be typed.
INSERT INTO draft (updated_at, who, number, lines, content, kind)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id

-- name: draft-update
-- What has been typed so far.
UPDATE draft
   SET updated_at = $1, who = $2, number = $3, lines = $4, content = $5
 WHERE id = $7 AND kind = $6 AND hidden = 0
RETURNING id

-- name: draft-delete
-- Thrown away.
DELETE FROM draft WHERE id = $1

-- name: draft-delete-old
-- Booked long ago: nobody will mend them.
DELETE FROM draft WHERE hidden = 1 AND updated_at < $1

-- name: draft-booked
-- Booked: hidden, until that is taken back.
UPDATE draft SET hidden = 1, operation_id = $2 WHERE id = $1

-- name: draft-follow-undo
-- What booked it was taken back: it can be mended; or that was taken back in its turn: it is done with again.
WITH RECURSIVE chain (id, depth) AS (
  SELECT $1, 0
  UNION ALL
  SELECT o.undoes, chain.depth + 1 FROM chain JOIN operation AS o ON o.id = chain.id WHERE o.undoes IS NOT NULL)
UPDATE draft
   SET hidden = (SELECT max (depth) % 2 FROM chain)
 WHERE operation_id = (SELECT id FROM chain ORDER BY depth DESC LIMIT 1)

-- name: draft-read
-- A draft as typed.
SELECT id, updated_at, who, number, lines, content, kind FROM draft WHERE id = $1

-- name: draft-last
-- The draft of a kind that was changed last.
SELECT id, updated_at, who, number, lines, content, kind
  FROM draft
 WHERE kind = $1 AND hidden = 0
 ORDER BY updated_at DESC, id DESC
 LIMIT 1
