"""Files in, ReadDocument out; every reader runs in the child process."""
