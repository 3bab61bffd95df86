package io.keyuan.customers;

/** Who the customer is before the law. */
public enum CustomerKind {
    COMPANY,
    PERSON
}
