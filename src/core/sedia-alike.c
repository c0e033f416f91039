/* Whether two customers may be the same person: see sedia-alike.h.
 *
 *   "Bpk. Moh. Soekarno, S.E."      as it was written
 *   bpk moh soekarno                small letters, no marks, no dots; degrees are off
 *       moh soekarno                titles are off
 *   muhamad sukarno                 one spelling for what sounds the same
 *   muhamadsukarno                  the key
 */
#include "config.h"

#include "sedia-alike.h"

#include "sedia-phone.h"

#include <glib/gi18n.h>
#include <string.h>

/* In a shorter name one letter more or less makes another name: Rina, Rini, Rani. */
#define SHORTEST_SIMILAR 5

/* ---- words */

/* How people are addressed in Indonesia and in English, and what firms are called before their
 * name. */
static const char *const titles[] = {
  "abah", "abang", "adik", "alm", "almh", "bang", "bapak", "bp", "bpk", "bu", "bunda", "cak",
  "cici", "cik", "cv", "dik", "dr", "dra", "drg", "drs", "firma", "h", "haji", "hajjah", "hj",
  "ibu", "ir", "ka", "kak", "kakak", "kang", "ko", "koh", "koko", "kyai", "madam", "mas", "mba",
  "mbak", "mdm", "miss", "mister", "mr", "mrs", "ms", "neng", "nn", "nona", "ny", "nyonya", "om",
  "pak", "pd", "prof", "pt", "raden", "saudara", "saudari", "sdr", "sdri", "sir", "tante", "teh",
  "tn", "tuan", "ud", "ust", "ustad", "ustadz", "ustadzah", "ustaz",
};

/* What stands behind a comma. */
static const char *const degrees[] = {
  "amd", "amdkeb", "amdkep", "apt", "ba", "bsc", "lc", "ma", "mag", "mars", "mba", "mh", "mhum",
  "mkes", "mkom", "mm", "mpd", "ms", "msc", "msi", "mt", "phd", "sag", "se", "sei", "sfarm", "sh",
  "shi", "shum", "sip", "sked", "skep", "skh", "skm", "skom", "sp", "spd", "spdi", "spsi", "spt",
  "ss", "ssi", "ssos", "sst", "st", "stp", "tbk",
};

/* One sound, written in more than one way: the old spelling and the new, Arabic names. The longer
 * ones come first. */
static const struct { const char *written, *folded; } sounds[] = {
  { "oe", "u" }, { "dj", "j" }, { "tj", "c" }, { "sj", "s" }, { "sy", "s" }, { "sh", "s" },
  { "ch", "h" }, { "kh", "h" }, { "ph", "f" }, { "th", "t" }, { "dh", "d" }, { "dl", "d" },
  { "gh", "g" }, { "bh", "b" }, { "ck", "k" }, { "q", "k" },  { "x", "ks" }, { "z", "s" },
  { "v", "f" },  { "y", "i" },
};

/* What is written in most ways and abbreviated most often; here as it is after folding. */
static const struct { const char *written, *folded; } names[] = {
  { "mhd", "muhamad" },     { "mohamad", "muhamad" }, { "mohamed", "muhamad" },
  { "moh", "muhamad" },     { "mohd", "muhamad" },    { "muh", "muhamad" },
  { "muhamed", "muhamad" }, { "muhd", "muhamad" },    { "abd", "abdul" },
};

static gboolean
is_one_of (const char        *word,
           const char *const *list,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* Small letters and figures of any script; dots and apostrophes vanish, the rest divides words. */
static char *
plain (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  GString *text = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (text, g_unichar_tolower (c));
      else if (c == ',')
        g_string_append_c (text, ',');
      else if (!g_unichar_ismark (c) && c != '.' && c != '\'' && c != '`' && c != 0x2018 &&
               c != 0x2019 && c != 0x00B4)
        g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

/* "siti rahma, s kom, mm" is "siti rahma"; "rahma, siti" is both. */
static char *
without_degrees (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  GString *rest = g_string_new (parts[0]);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      if (!is_one_of (joined, degrees, G_N_ELEMENTS (degrees)))
        g_string_append_printf (rest, " %s", parts[i]);
    }

  return g_string_free (rest, FALSE);
}

static gsize
fold_sound (const char *p,
            GString    *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (*p == *sounds[i].written && g_str_has_prefix (p, sounds[i].written))
      {
        g_string_append (folded, sounds[i].folded);
        return strlen (sounds[i].written);
      }

  g_string_append_len (folded, p, g_utf8_next_char (p) - p);

  return (gsize) (g_utf8_next_char (p) - p);
}

/* Letters written twice are one; figures are not. */
static void
append_once (GString    *word,
             const char *folded)
{
  gunichar before = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c != before || g_unichar_isdigit (c))
        g_string_append_unichar (word, c);
      before = c;
    }
}

static char *
fold_word (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GString *word = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    p += fold_sound (p, folded);
  append_once (word, folded->str);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].written, word->str) == 0)
      g_string_assign (word, names[i].folded);

  return g_string_free (word, FALSE);
}

/* (element-type utf8) the words of a name, folded, without the titles before it. */
static GPtrArray *
words_of (const char *name)
{
  g_autofree char *text = plain (name != NULL ? name : "");
  g_autofree char *rest = without_degrees (text);
  g_auto (GStrv) parts = g_strsplit (rest, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));

  while (words->len > 1 && is_one_of (words->pdata[0], titles, G_N_ELEMENTS (titles)))
    g_ptr_array_remove_index (words, 0);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word = words->pdata[i];

      words->pdata[i] = fold_word (word);
    }

  return words;
}

static char *
join (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (joined, words->pdata[i]);

  return g_string_free (joined, FALSE);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * sedia_alike_key_new:
 * @name: (nullable): a name as it was written
 * @phone: (nullable): a phone number as it was written
 *
 * Returns: (transfer full): what a person is recognised by
 */
SediaAlikeKey *
sedia_alike_key_new (const char *name,
                     const char *phone)
{
  g_autoptr (GPtrArray) words = words_of (name);
  SediaAlikeKey *key = g_new0 (SediaAlikeKey, 1);

  key->phone = sedia_phone_digits (phone);
  key->joined = join (words);
  g_ptr_array_sort (words, compare_words);
  key->sorted = join (words);

  return key;
}

/**
 * sedia_alike_key_free: Frees a key.
 */
void
sedia_alike_key_free (SediaAlikeKey *key)
{
  if (key == NULL)
    return;

  g_free (key->phone);
  g_free (key->sorted);
  g_free (key->joined);
  g_free (key);
}

/* ---- comparing */

/* What is left of a text when it is compared with another: from where, and how many letters. */
typedef struct
{
  const char *from;
  glong n;
} Rest;

/* A figure is no slip of the pen: "Warung 2" is not "Warung 3". */
static gboolean
are_letters (Rest rest)
{
  for (glong i = 0; i < rest.n; i++)
    {
      if (g_unichar_isdigit (g_utf8_get_char (rest.from)))
        return FALSE;
      rest.from = g_utf8_next_char (rest.from);
    }

  return TRUE;
}

static gboolean
changed_places (Rest a,
                Rest b)
{
  return a.n == 2 && b.n == 2 &&
         g_utf8_get_char (a.from) == g_utf8_get_char (g_utf8_next_char (b.from)) &&
         g_utf8_get_char (b.from) == g_utf8_get_char (g_utf8_next_char (a.from));
}

/* The inside of a letter, which may take up to four bytes. */
static gboolean
is_inside (char c)
{
  return (c & 0xc0) == 0x80;
}

/* What is between the common beginning and the common end of two texts. */
static void
find_rests (const char *a,
            const char *b,
            Rest       *rest_a,
            Rest       *rest_b)
{
  const char *end_a = a + strlen (a);
  const char *end_b = b + strlen (b);

  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  for (; is_inside (*a) || is_inside (*b); a--)
    b--;
  while (end_a > a && end_b > b && end_a[-1] == end_b[-1])
    {
      end_a--;
      end_b--;
    }
  for (; is_inside (*end_a) || is_inside (*end_b); end_a++)
    end_b++;

  *rest_a = (Rest) { a, g_utf8_strlen (a, end_a - a) };
  *rest_b = (Rest) { b, g_utf8_strlen (b, end_b - b) };
}

/* What differs is one letter, or two that changed places. */
static gboolean
are_similar (const char *a,
             const char *b)
{
  Rest rest_a, rest_b;

  find_rests (a, b, &rest_a, &rest_b);

  return ((rest_a.n <= 1 && rest_b.n <= 1) || changed_places (rest_a, rest_b)) &&
         are_letters (rest_a) && are_letters (rest_b) &&
         g_utf8_strlen (a, -1) >= SHORTEST_SIMILAR && g_utf8_strlen (b, -1) >= SHORTEST_SIMILAR;
}

/**
 * sedia_alike_joined:
 * @a: a folded name, its words in their own order
 * @b: another
 *
 * Returns: whether they are the same, or differ in one letter; 0 for neither
 */
SediaAlike
sedia_alike_joined (const char *a,
                    const char *b)
{
  if (*a == '\0' || *b == '\0')
    return 0;
  if (strcmp (a, b) == 0)
    return SEDIA_ALIKE_SAME_NAME;

  return are_similar (a, b) ? SEDIA_ALIKE_SIMILAR_NAME : 0;
}

/**
 * sedia_alike_names:
 * @a: a key
 * @b: another
 *
 * Returns: whether the names are the same or similar; 0 for neither
 */
SediaAlike
sedia_alike_names (const SediaAlikeKey *a,
                   const SediaAlikeKey *b)
{
  if (*a->sorted != '\0' && strcmp (a->sorted, b->sorted) == 0)
    return SEDIA_ALIKE_SAME_NAME;

  return sedia_alike_joined (a->joined, b->joined);
}

/* ---- looking up */

static void
probe_clear (gpointer data)
{
  g_free (((SediaAlikeProbe *) data)->part);
}

static void
add_probe (GArray         *probes,
           gboolean        is_tail,
           glong           length,
           const gunichar *from,
           glong           n)
{
  const SediaAlikeProbe probe = { is_tail, (guint) length,
                                  g_ucs4_to_utf8 (from, n, NULL, NULL, NULL) };

  g_array_append_val (probes, probe);
}

/* Two letters that changed places over the middle spoil both halves. */
static void
add_swapped (GArray         *probes,
             const gunichar *letters,
             glong           length)
{
  const glong middle = length / 2;
  g_autofree gunichar *swapped = g_memdup2 (letters, (gsize) length * sizeof *letters);

  if (middle == 0)
    return;

  swapped[middle - 1] = letters[middle];
  swapped[middle] = letters[middle - 1];
  add_probe (probes, FALSE, length, swapped, middle);
}

/**
 * sedia_alike_probes:
 * @key: whom to look for
 *
 * One letter more, less or other leaves one half of a name as it is. So among names of a length,
 * those that share the first or the second half are all that can be alike, apart from those with
 * the same words in another order.
 *
 * Returns: (transfer full) (element-type SediaAlikeProbe): the halves to look for; empty when the
 *   name has no letter
 */
GArray *
sedia_alike_probes (const SediaAlikeKey *key)
{
  GArray *probes = g_array_new (FALSE, FALSE, sizeof (SediaAlikeProbe));
  glong length;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (key->joined, -1, &length);

  g_array_set_clear_func (probes, probe_clear);
  if (length == 0)
    return probes;

  for (glong other = MAX (length - 1, 1); other <= length + 1; other++)
    {
      const glong head = other / 2;
      const glong tail = other - head;

      if (head <= length)
        add_probe (probes, FALSE, other, letters, head);
      if (tail <= length)
        add_probe (probes, TRUE, other, letters + length - tail, tail);
    }
  add_swapped (probes, letters, length);

  return probes;
}

/**
 * sedia_alike_words:
 * @alike: why two customers may be one, not 0
 *
 * Returns: (transfer full): the reason in the user's words, "Same phone number, similar name"
 */
char *
sedia_alike_words (SediaAlike alike)
{
  const gboolean is_same = (alike & SEDIA_ALIKE_SAME_NAME) != 0;

  if ((alike & SEDIA_ALIKE_SAME_PHONE) == 0)
    return g_strdup (is_same ? _("Same name") : _("Similar name"));
  if (is_same)
    return g_strdup (_("Same phone number and name"));

  return g_strdup ((alike & SEDIA_ALIKE_SIMILAR_NAME) != 0 ? _("Same phone number, similar name")
                                                           : _("Same phone number"));
}
