#!/bin/sh
# sediactl-words.sh TABLE MANUAL COMPLETION
# Every noun, verb and option of sediactl's table stands in its manual and in its completion.
set -eu

word='"\([a-z-]*\)"'
verbs=$(
  sed -n "s/^  { $word, $word, .*/\1 \2/p; s/^  { $word, NULL, \".*/\1/p" "$1"
  sed -n "s/^  IMPORT ($word, .*/import \1/p; s/^  EXPORT ($word, .*/export \1/p" "$1"
)
options=$(sed -n "s/^  { $word, SEDIA_CLI_.*/\1/p" "$1" | sort -u)
missing=0

complain () {
  echo "$1 is missing in $2"
  missing=1
}

if [ -z "$verbs" ] || [ -z "$options" ]; then
  complain "Everything" "$1"
fi

for verb in $verbs; do
  grep -q -w -e "$verb" "$2" || complain "$verb" "$2"
  grep -q -w -e "$verb" "$3" || complain "$verb" "$3"
done
for option in $options; do
  grep -q -E -e "Fl -$option( |,|\$)" "$2" || complain "--$option" "$2"
  grep -q -w -e "$option" "$3" || complain "--$option" "$3"
done

exit "$missing"
