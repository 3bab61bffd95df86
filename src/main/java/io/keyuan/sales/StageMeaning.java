package io.keyuan.sales;

/** What a stage means to the rules, whatever the company calls it. */
public enum StageMeaning {
    OPEN,
    WON,
    LOST
}
