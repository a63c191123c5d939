/*
 * Stands in for libnuma.so.1, which a plain Debian or Ubuntu lacks. It says that the machine has one memory for all its
 * processors; whoever heeds that, as mysqld does, calls none of the others.
 */
#define ENOSYS 38

int numa_available(void) { return -1; }
void *numa_alloc_local(unsigned long size) { return 0; }
void numa_free(void *start, unsigned long size) {}
void *numa_get_mems_allowed(void) { return 0; }
void numa_bitmask_free(void *mask) {}
long set_mempolicy(int mode, const unsigned long *nodes, unsigned long most) { return -ENOSYS; }
long mbind(void *start, unsigned long size, int mode, const unsigned long *nodes, unsigned long most, unsigned flags) {
    return -ENOSYS;
}
