package io.keyuan.identity;

/** When the current caller's company works, as it has settled in its settings. */
@FunctionalInterface
public interface WorkingTimes {

    WorkingTime current();
}
