// Empty until its first member arrives.
