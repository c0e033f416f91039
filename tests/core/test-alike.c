/* Who may be the same person: tables of what people write, and that a look-up by halves of names
 * misses nobody whom comparing with everybody would find.
 */
#include "config.h"

#include "sedia-alike.h"

#include <string.h>

static SediaAlike
compare (const char *a,
         const char *b)
{
  g_autoptr (SediaAlikeKey) key_a = sedia_alike_key_new (a, NULL);
  g_autoptr (SediaAlikeKey) key_b = sedia_alike_key_new (b, NULL);
  SediaAlike alike = sedia_alike_names (key_a, key_b);

  g_assert_cmpint (alike, ==, sedia_alike_names (key_b, key_a));
  g_test_message ("“%s” (%s), “%s” (%s): %d", a, key_a->joined, b, key_b->joined, alike);

  return alike;
}

static void
test_same_name (void)
{
  static const char *const pairs[][2] = {
    { "Siti Rahma", "siti  RAHMA" },
    { "Siti Rahma", "Ibu Siti Rahma" },
    { "Bu Siti", "Siti" },
    { "Pak Haji Budi", "Bpk. H. Budi" },
    { "Kak Siti Rahma", "Rahma, Siti" },
    { "Budi Santoso", "Dr. Budi Santoso, S.E., M.M." },
    { "Budi Santoso, S. Kom", "BUDI SANTOSO" },
    { "PT Maju Jaya", "Maju-Jaya" },
    { "Sitirahma", "Siti Rahma" },
    { "Li Na", "Lina" },
    { "Soekarno", "Sukarno" },
    { "Djoko", "Joko" },
    { "Achmad", "Ahmad" },
    { "Moh. Rizky", "Muhammad Rizki" },
    { "Mohammed Rizqi", "Muh Rizki" },
    { "Siti Khadijah", "Siti Hadijah" },
    { "Ma'ruf", "Maruf" },
    { "José", "Jose" },
    { "Müller", "Mu\xcc\x88ller" },
    { "王小明", "王小明" },
    { "Warung 2", "warung 2" },
    { "Bu", "bu" }, /* a title alone is a name */
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (compare (pairs[i][0], pairs[i][1]), ==, SEDIA_ALIKE_SAME_NAME);
}

static void
test_similar_name (void)
{
  static const char *const pairs[][2] = {
    { "Siti Rahma", "Siti Rohma" },      /* another letter */
    { "Siti Rahma", "Siti Rahmah" },     /* one more */
    { "Siti Rahma", "Sit Rahma" },       /* one less */
    { "Siti Rahma", "Siti Raham" },      /* two changed places */
    { "Siti Rahma", "Sit iRahmi" },      /* the blank does not count */
    { "Siti Rahma", "Diti Rahma" },      /* the first */
    { "Ibu Dewi Lestari", "Dewi Lestary W" },
    { "Budi Santoso", "Budi Santosa" },
    { "Rahmat", "Rahma" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (compare (pairs[i][0], pairs[i][1]), ==, SEDIA_ALIKE_SIMILAR_NAME);
}

static void
test_other_name (void)
{
  static const char *const pairs[][2] = {
    { "Siti Rahma", "Siti Rahmawati" },
    { "Siti Rahma", "Sita Rohma" },      /* two letters */
    { "Rina", "Rini" },                  /* short names are full of neighbours */
    { "Budi", "Bu Didi" },
    { "Warung 2", "Warung 3" },          /* figures are no slips */
    { "Warung", "Warung 3" },
    { "Toko Maju", "Warung Maju" },
    { "–", "–" },                        /* no letters, no name */
    { "", "" },
    { "😀", "😀" },
    { "Siti", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (compare (pairs[i][0], pairs[i][1]), ==, 0);
  g_assert_cmpint (compare (NULL, "Siti"), ==, 0);
}

static void
test_words (void)
{
  static const struct { SediaAlike alike; const char *words; } cases[] = {
    { SEDIA_ALIKE_SIMILAR_NAME, "Similar name" },
    { SEDIA_ALIKE_SAME_NAME, "Same name" },
    { SEDIA_ALIKE_SAME_PHONE, "Same phone number" },
    { SEDIA_ALIKE_SAME_PHONE | SEDIA_ALIKE_SIMILAR_NAME, "Same phone number, similar name" },
    { SEDIA_ALIKE_SAME_PHONE | SEDIA_ALIKE_SAME_NAME, "Same phone number and name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sedia_alike_words (cases[i].alike);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* ---- the look-up */

/* What a database would find: the length, and the half. */
static gboolean
is_found (const GArray *probes,
          const char   *joined)
{
  const guint length = (guint) g_utf8_strlen (joined, -1);
  const char *middle = g_utf8_offset_to_pointer (joined, length / 2);
  g_autofree char *head = g_strndup (joined, (gsize) (middle - joined));

  for (guint i = 0; i < probes->len; i++)
    {
      const SediaAlikeProbe *probe = &g_array_index (probes, SediaAlikeProbe, i);

      if (probe->length == length && g_str_equal (probe->part, probe->is_tail ? middle : head))
        return TRUE;
    }

  return FALSE;
}

static char *
random_name (GRand *rand)
{
  static const char *const letters[] = { "a", "i", "u", "r", "n", "s", "t", "é", "王", " ", "2" };
  const int length = g_rand_int_range (rand, 1, 12);
  GString *name = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append (name, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);

  return g_string_free (name, FALSE);
}

/* A letter more, less or other, or two that change places. */
static char *
slip (GRand      *rand,
      const char *name)
{
  glong n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (name, -1, &n);
  const glong at = g_rand_int_range (rand, 0, (int) n);
  GString *other = g_string_new (NULL);
  const int what = g_rand_int_range (rand, 0, 5);

  for (glong i = 0; i < n; i++)
    {
      if (i != at || what == 4)
        g_string_append_unichar (other, letters[i]);
      else if (what == 0)
        g_string_append_c (other, 'a');
      else if (what == 1)
        g_string_append_c (other, 'u');
      else if (what == 2)
        continue;
      else if (i + 1 < n)
        {
          g_string_append_unichar (other, letters[i + 1]);
          g_string_append_unichar (other, letters[i]);
          i++;
        }
      if (i == at && what == 1)
        g_string_append_unichar (other, letters[i]);
    }

  return g_string_free (other, FALSE);
}

static void
test_probes_miss_nobody (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_alike = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = random_name (rand);
      g_autofree char *other = slip (rand, name);
      g_autoptr (SediaAlikeKey) key = sedia_alike_key_new (name, NULL);
      g_autoptr (SediaAlikeKey) other_key = sedia_alike_key_new (other, NULL);
      g_autoptr (GArray) probes = sedia_alike_probes (key);

      if (sedia_alike_names (key, other_key) == 0)
        continue;
      n_alike++;
      if (!g_str_equal (key->sorted, other_key->sorted) && !is_found (probes, other_key->joined))
        g_error ("“%s” does not find “%s”", key->joined, other_key->joined);
    }

  g_test_message ("%u pairs were alike", n_alike);
  g_assert_cmpuint (n_alike, >, 5000);
}

static void
test_probes_are_few (void)
{
  g_autoptr (SediaAlikeKey) key = sedia_alike_key_new ("Siti Rahma", NULL);
  g_autoptr (SediaAlikeKey) nobody = sedia_alike_key_new ("–", NULL);
  g_autoptr (SediaAlikeKey) stranger = sedia_alike_key_new ("Budi Santoso", NULL);
  g_autoptr (GArray) probes = sedia_alike_probes (key);
  g_autoptr (GArray) none = sedia_alike_probes (nobody);

  g_assert_cmpuint (probes->len, ==, 7);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (is_found (probes, stranger->joined));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/alike/same-name", test_same_name);
  g_test_add_func ("/core/alike/similar-name", test_similar_name);
  g_test_add_func ("/core/alike/other-name", test_other_name);
  g_test_add_func ("/core/alike/words", test_words);
  g_test_add_func ("/core/alike/probes-miss-nobody", test_probes_miss_nobody);
  g_test_add_func ("/core/alike/probes-are-few", test_probes_are_few);

  return g_test_run ();
}
