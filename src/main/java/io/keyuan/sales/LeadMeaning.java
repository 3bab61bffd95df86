package io.keyuan.sales;

/** What the state of a lead means to the rules, whatever the company calls it. */
public enum LeadMeaning {
    OPEN,
    CONVERTED,
    DISQUALIFIED
}
