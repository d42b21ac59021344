/*
 * The only program of the image: cp SOURCE TARGET, and cp -r SOURCE TARGET.
 *
 * Talks to the kernel directly, so that the image holds no C library that would need updates.
 * Never writes into a file that is there: a JVM that has mapped a jar crashes when that is cut
 * short. The copy is made beside it, under a name of its own, and takes its place when complete.
 * Modes of the source are not kept: whoever runs the JVM must be able to read the result.
 */

#if defined(__x86_64__)
enum {
  READ = 0, WRITE = 1, CLOSE = 3, FCHMOD = 91, GETDENTS64 = 217, EXIT_GROUP = 231, OPENAT = 257,
  MKDIRAT = 258, UNLINKAT = 263, RENAMEAT = 264, GETRANDOM = 318
};
#define O_DIRECTORY 0200000

static long kernel(long number, long a, long b, long c, long d) {
  long result;
  register long r10 __asm__("r10") = d;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10)
                   : "rcx", "r11", "memory");
  return result;
}

__asm__(".globl _start\n_start: xor %ebp, %ebp\n mov %rsp, %rdi\n and $-16, %rsp\n call start");

#elif defined(__aarch64__)
enum {
  MKDIRAT = 34, UNLINKAT = 35, RENAMEAT = 38, FCHMOD = 52, OPENAT = 56, CLOSE = 57,
  GETDENTS64 = 61, READ = 63, WRITE = 64, EXIT_GROUP = 94, GETRANDOM = 278
};
#define O_DIRECTORY 040000

static long kernel(long number, long a, long b, long c, long d) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
  return x0;
}

__asm__(".globl _start\n_start: mov x29, #0\n mov x30, #0\n mov x0, sp\n bl start");

#else
#error "cp.c knows the system calls of amd64 and arm64 only"
#endif

enum {
  AT_FDCWD = -100, O_RDONLY = 0, O_WRONLY = 01, O_CREAT = 0100, O_EXCL = 0200,
  O_CLOEXEC = 02000000,
  ENOENT = 2, EEXIST = 17, ENOTDIR = 20, EISDIR = 21, ENAMETOOLONG = 36, ELOOP = 40
};

/* Deeper than that is a loop of links. */
enum { DEEPEST = 64 };

static const char *reason(long error) {
  switch (error) {
    case 1: return "operation not permitted";
    case ENOENT: return "no such file or directory";
    case 5: return "input/output error";
    case 13: return "permission denied";
    case 16: return "in use as a mount point";
    case ENOTDIR: return "not a directory";
    case EISDIR: return "is a directory";
    case 28: return "no space left on the volume";
    case 30: return "read-only file system";
    case ENAMETOOLONG: return "the name is too long";
    case ELOOP: return "too many levels of directories or links";
    case 122: return "disk quota exceeded";
    default: return 0;
  }
}

/* A path that grows and shrinks while directories are walked. */
struct path {
  char text[4096];
  long length;
};

static struct path source, target, partial;
static int partial_exists;
static char data[65536];

static long length(const char *text) {
  long n = 0;
  while (text[n]) n++;
  return n;
}

static int open(const char *path, int flags) {
  return (int)kernel(OPENAT, AT_FDCWD, (long)path, flags | O_CLOEXEC, 0644);
}

static void close(int file) {
  kernel(CLOSE, file, 0, 0, 0);
}

static void leave(int code) {
  for (;;) kernel(EXIT_GROUP, code, 0, 0, 0);
}

static void say(const char *text) {
  kernel(WRITE, 2, (long)text, length(text), 0);
}

static void fail(const char *what, const char *path, long error) {
  char number[] = "error 000";
  const char *why = reason(error);
  if (!why) {
    number[6] += error / 100 % 10;
    number[7] += error / 10 % 10;
    number[8] += error % 10;
    why = number;
  }
  if (partial_exists) kernel(UNLINKAT, AT_FDCWD, (long)partial.text, 0, 0);
  say("cp: cannot ");
  say(what);
  say(" ");
  say(path);
  say(": ");
  say(why);
  say("\n");
  leave(1);
}

static void add(struct path *path, const char *text) {
  for (; *text; text++) {
    if (path->length == sizeof path->text - 1) fail("use", path->text, ENAMETOOLONG);
    path->text[path->length++] = *text;
  }
  path->text[path->length] = 0;
}

static void enter(struct path *path, const char *name) {
  if (path->text[path->length - 1] != '/') add(path, "/");
  add(path, name);
}

static void cut(struct path *path, long length) {
  path->length = length;
  path->text[length] = 0;
}

/* A new file beside the target, which nobody else writes to. */
static int open_partial(void) {
  unsigned char random[8];
  char name[] = ".cp-0000000000000000";
  long directory = target.length;
  long got;
  int file;
  while (directory > 0 && target.text[directory - 1] != '/') directory--;
  got = kernel(GETRANDOM, (long)random, sizeof random, 0, 0);
  if (got < 0) fail("name the copy of", source.text, -got);
  for (unsigned i = 0; i < sizeof random; i++) {
    name[4 + 2 * i] = "0123456789abcdef"[random[i] >> 4];
    name[5 + 2 * i] = "0123456789abcdef"[random[i] & 15];
  }
  cut(&partial, 0);
  add(&partial, target.text);
  cut(&partial, directory);
  add(&partial, name);
  file = open(partial.text, O_WRONLY | O_CREAT | O_EXCL);
  if (file < 0) fail("write", target.text, -file);
  partial_exists = 1;
  return file;
}

static void copy_file(void) {
  int in = open(source.text, O_RDONLY);
  int out;
  long got, put, result;
  if (in < 0) fail("read", source.text, -in);
  out = open_partial();
  while ((got = kernel(READ, in, (long)data, sizeof data, 0)) > 0) {
    for (put = 0; put < got; put += result) {
      result = kernel(WRITE, out, (long)(data + put), got - put, 0);
      if (result < 0) fail("write", target.text, -result);
    }
  }
  if (got < 0) fail("read", source.text, -got);
  /* Whatever the umask. */
  result = kernel(FCHMOD, out, 0644, 0, 0);
  if (result < 0) fail("change the mode of", target.text, -result);
  /* A file system that writes later tells now what went wrong. */
  result = kernel(CLOSE, out, 0, 0, 0);
  if (result < 0) fail("write", target.text, -result);
  result = kernel(RENAMEAT, AT_FDCWD, (long)partial.text, AT_FDCWD, (long)target.text);
  if (result < 0) fail("write", target.text, -result);
  partial_exists = 0;
  close(in);
}

static void make_directory(void) {
  long result = kernel(MKDIRAT, AT_FDCWD, (long)target.text, 0755, 0);
  int directory;
  if (result < 0 && result != -EEXIST) fail("make", target.text, -result);
  directory = open(target.text, O_RDONLY | O_DIRECTORY);
  if (directory < 0) fail("write to", target.text, -directory);
  if (result == 0) kernel(FCHMOD, directory, 0755, 0, 0);
  close(directory);
}

static void copy(int recursive, int depth);

static void copy_entries(int directory, int depth) {
  /* As the kernel lays them out: inode, offset (8 bytes each), size (2), type (1), name. */
  char entries[4096] __attribute__((aligned(8)));
  long source_length = source.length;
  long target_length = target.length;
  long got;
  if (depth == DEEPEST) fail("read", source.text, ELOOP);
  while ((got = kernel(GETDENTS64, directory, (long)entries, sizeof entries, 0)) > 0) {
    for (long at = 0; at < got; at += *(unsigned short *)(entries + at + 16)) {
      const char *name = entries + at + 19;
      if (name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]))) continue;
      enter(&source, name);
      enter(&target, name);
      copy(1, depth + 1);
      cut(&source, source_length);
      cut(&target, target_length);
    }
  }
  if (got < 0) fail("read", source.text, -got);
}

static void copy(int recursive, int depth) {
  int directory = open(source.text, O_RDONLY | O_DIRECTORY);
  if (directory == -ENOTDIR) {
    copy_file();
  } else if (directory < 0) {
    fail("read", source.text, -directory);
  } else if (!recursive) {
    fail("copy without -r", source.text, EISDIR);
  } else {
    make_directory();
    copy_entries(directory, depth);
    close(directory);
  }
}

/* What a directory's new member is called; none where the source's own name is . or .. */
static const char *name_in_directory(void) {
  long at = source.length;
  while (at > 1 && source.text[at - 1] == '/') cut(&source, --at);
  while (at > 0 && source.text[at - 1] != '/') at--;
  const char *name = source.text + at;
  int dots = name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
  return dots ? "" : name;
}

__attribute__((used)) static void start(long *stack) {
  long count = stack[0];
  char **arguments = (char **)(stack + 1);
  int recursive = count == 4 && arguments[1][0] == '-' && arguments[1][1] == 'r' && !arguments[1][2];
  int directory;
  if (count != 3 + recursive || !arguments[count - 2][0] || !arguments[count - 1][0]) {
    say("cp: usage: cp [-r] SOURCE TARGET\n");
    leave(1);
  }
  add(&source, arguments[count - 2]);
  add(&target, arguments[count - 1]);
  directory = open(target.text, O_RDONLY | O_DIRECTORY);
  if (directory >= 0) {
    close(directory);
    const char *name = name_in_directory();
    if (name[0]) enter(&target, name);
  }
  copy(recursive, 0);
  leave(0);
}
