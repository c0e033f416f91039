/* Locks on the database that outlive a stranger's close.
 *
 * POSIX drops all locks of a process on a file as soon as the process closes any descriptor of it,
 * whoever opened that. GTK's file chooser opens what it lists, to see what it is: with the shop's
 * own folder in it our locks were gone, the next program took itself for the only one, folded the
 * log into the file and deleted it, and we went on writing into a file without a name.
 *
 * Locks of an open file description stay. SQLite locks one descriptor and unlocks another of the
 * same file, for to it locks are the process's: so there is one private description for each file,
 * whatever descriptor SQLite names, and it goes when the last of them is closed. See "How To
 * Corrupt An SQLite Database File", 2.2, and fcntl(2), "Open file description locks".
 */
#include "config.h"

#include "sedia-sqlite-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  dev_t device;
  ino_t inode;
  int descriptor; /* -1 where the kernel has no such locks: then SQLite's own serves */
  guint users;
} LockedFile;

static GMutex mutex;
static GPtrArray *files;     /* (element-type LockedFile) */
static GHashTable *by_user;  /* SQLite's descriptor -> LockedFile */

/* The same file once more. A path would not do: it may have been renamed or deleted. */
static int
open_again (int descriptor)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  const int opened = open (path, O_RDWR | O_CLOEXEC);

  return opened >= 0 ? opened : open (path, O_RDONLY | O_CLOEXEC);
}

/* Whether the kernel, and what the file lies on, know such locks. */
static gboolean
are_known (int descriptor)
{
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1 };

  return fcntl (descriptor, F_OFD_GETLK, &lock) == 0;
}

static LockedFile *
find_file (const struct stat *status)
{
  for (guint i = 0; i < files->len; i++)
    {
      LockedFile *file = g_ptr_array_index (files, i);

      if (file->device == status->st_dev && file->inode == status->st_ino)
        return file;
    }

  return NULL;
}

static LockedFile *
add_file (const struct stat *status,
          int                user)
{
  LockedFile *file = g_new0 (LockedFile, 1);

  file->device = status->st_dev;
  file->inode = status->st_ino;
  file->descriptor = open_again (user);
  if (file->descriptor >= 0 && !are_known (file->descriptor))
    {
      close (file->descriptor);
      file->descriptor = -1;
    }
  g_ptr_array_add (files, file);

  return file;
}

static LockedFile *
file_of (int user)
{
  LockedFile *file = g_hash_table_lookup (by_user, GINT_TO_POINTER (user));
  struct stat status;

  if (file != NULL || fstat (user, &status) != 0)
    return file;

  file = find_file (&status);
  if (file == NULL)
    file = add_file (&status, user);
  file->users++;
  g_hash_table_insert (by_user, GINT_TO_POINTER (user), file);

  return file;
}

/* The descriptor that holds the locks of the file SQLite has open as @user. */
static int
descriptor_of (int user)
{
  const LockedFile *file;
  int descriptor;

  g_mutex_lock (&mutex);
  file = file_of (user);
  descriptor = file != NULL && file->descriptor >= 0 ? file->descriptor : user;
  g_mutex_unlock (&mutex);

  return descriptor;
}

static void
drop_user (LockedFile *file,
           int         user)
{
  g_hash_table_remove (by_user, GINT_TO_POINTER (user));
  if (--file->users > 0)
    return;

  if (file->descriptor >= 0)
    close (file->descriptor);
  g_ptr_array_remove_fast (files, file);
}

static void
forget (int user)
{
  LockedFile *file;

  g_mutex_lock (&mutex);
  file = g_hash_table_lookup (by_user, GINT_TO_POINTER (user));
  if (file != NULL)
    drop_user (file, user);
  g_mutex_unlock (&mutex);
}

static int
lock_file (int           user,
           int           command,
           struct flock *lock)
{
  const int descriptor = descriptor_of (user);
  int result;

  if (descriptor == user)
    return fcntl (user, command, lock);

  lock->l_pid = 0;
  do
    result = fcntl (descriptor, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, lock);
  while (result != 0 && errno == EINTR);

  return result;
}

/* What SQLite calls instead of fcntl(): it hands on a struct flock, or a number. */
static int
control_file (int descriptor,
              int command,
              ...)
{
  gpointer argument;
  va_list arguments;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);

  return command == F_SETLK || command == F_GETLK ? lock_file (descriptor, command, argument)
                                                  : fcntl (descriptor, command, argument);
}

/* What SQLite calls instead of close(): the locks of the last one go with it. */
static int
close_file (int descriptor)
{
  forget (descriptor);
  return close (descriptor);
}

/**
 * sedia_sqlite_locks_install:
 *
 * From now on no other part of the process can lose SQLite's locks by closing a file. To be called
 * once, before the first database is opened.
 */
void
sedia_sqlite_locks_install (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  files = g_ptr_array_new_with_free_func (g_free);
  by_user = g_hash_table_new (NULL, NULL);
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control_file);
  vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) close_file);
}
