/*
 * Stands in for libaio.so.1, which a plain Debian or Ubuntu lacks. mysqld is linked to it but need not use it: it is run
 * with --innodb-use-native-aio=0, and asked for asynchronous input and output this says that the kernel has none.
 */
#define ENOSYS 38

int io_setup(int events, void *context) { return -ENOSYS; }
int io_submit(void *context, long count, void *blocks) { return -ENOSYS; }
int io_getevents(void *context, long least, long most, void *events, void *timeout) { return -ENOSYS; }
