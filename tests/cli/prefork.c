/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under the program, so that tests which run hundreds of commands have it loaded, and
 * its sanitizers set up, only once: it waits before main(), and carries out each command
 * that it is told (prefork.py) in a child of its own, which goes through main() and ends
 * as ever. That is half of what a short command takes under sanitizers.
 *
 * A command comes as a length with three descriptors, for the child's input, output and
 * errors, then so many bytes: a mask for new files, the number of arguments, a folder, the
 * arguments, the environment, each ended by a null character. The answer is the child's
 * id, and its status when it has ended. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_DESCRIPTORS 3

typedef int (*Main) (int    argc,
                     char **argv,
                     char **envp);
typedef int (*Start) (Main    program,
                      int     argc,
                      char  **argv,
                      void ( *init ) (void),
                      void ( *fini ) (void),
                      void ( *loader_fini ) (void),
                      void   *stack_end);

int __libc_start_main (Main    program,
                       int     argc,
                       char  **argv,
                       void ( *init ) (void),
                       void ( *fini ) (void),
                       void ( *loader_fini ) (void),
                       void   *stack_end);

static Main program_main;

/* Of the child: what its arguments and its environment lie in. */
static char *told;
static char **words;

static void
check (int is_so)
{
  if (!is_so)
    {
      perror ("prefork");
      _exit (1);
    }
}

/* Ends the program where nobody is there any more to tell it something. */
static unsigned
receive (int  server,
         int *descriptors)
{
  char control[CMSG_SPACE (N_DESCRIPTORS * sizeof (int))];
  unsigned length;
  struct iovec part = { &length, sizeof length };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
  ssize_t n_read = recvmsg (server, &message, MSG_CMSG_CLOEXEC);
  struct cmsghdr *header;

  if (n_read == 0)
    _exit (0);
  header = CMSG_FIRSTHDR (&message);
  check (n_read == sizeof length && header != NULL && header->cmsg_len == CMSG_LEN (N_DESCRIPTORS * sizeof (int)));
  memcpy (descriptors, CMSG_DATA (header), N_DESCRIPTORS * sizeof (int));

  return length;
}

static void
read_command (int      server,
              unsigned length)
{
  told = malloc (length);
  check (told != NULL);
  for (unsigned done = 0; done < length;)
    {
      ssize_t n_read = read (server, told + done, length - done);

      check (n_read > 0);
      done += (unsigned) n_read;
    }
}

static int
carry_out (unsigned length,
           int     *descriptors)
{
  unsigned n_words = 0;
  int argc;

  words = calloc (length + 2, sizeof *words);
  check (words != NULL);
  for (unsigned i = 0; i < length; i += (unsigned) strlen (told + i) + 1)
    words[n_words++] = told + i;

  umask ((mode_t) atoi (words[0]));
  argc = atoi (words[1]);
  check (chdir (words[2]) == 0);
  for (int i = 0; i < N_DESCRIPTORS; i++)
    check (dup2 (descriptors[i], i) == i);

  /* Arguments end with NULL, as the environment does behind them. */
  memmove (words + 3 + argc + 1, words + 3 + argc, (n_words - 3 - (unsigned) argc) * sizeof *words);
  words[3 + argc] = NULL;
  environ = words + 3 + argc + 1;

  return program_main (argc, words + 3, environ);
}

static int
serve (int    argc,
       char **argv,
       char **envp)
{
  int server = atoi (getenv ("PREFORK_SOCKET"));
  int ends_at_once = getenv ("PREFORK_ENDS_AT_ONCE") != NULL;

  for (;;)
    {
      int descriptors[N_DESCRIPTORS];
      unsigned length = receive (server, descriptors);
      int status;
      pid_t child;

      read_command (server, length);
      child = fork ();
      check (child >= 0);
      if (child == 0)
        {
          close (server);
          status = carry_out (length, descriptors);
          if (ends_at_once)
            {
              fflush (NULL);
              _exit (status);
            }
          return status;
        }

      free (told);
      for (int i = 0; i < N_DESCRIPTORS; i++)
        close (descriptors[i]);
      check (write (server, &child, sizeof child) == sizeof child);
      check (waitpid (child, &status, 0) == child);
      check (write (server, &status, sizeof status) == sizeof status);
    }
}

int
__libc_start_main (Main    program,
                   int     argc,
                   char  **argv,
                   void ( *init ) (void),
                   void ( *fini ) (void),
                   void ( *loader_fini ) (void),
                   void   *stack_end)
{
  Start start = (Start) dlsym (RTLD_NEXT, "__libc_start_main");

  program_main = program;

  return start (serve, argc, argv, init, fini, loader_fini, stack_end);
}
