package io.keyuan.activities;

/** What the state of a task means to the rules. */
public enum TaskState {
    OPEN,
    DONE
}
