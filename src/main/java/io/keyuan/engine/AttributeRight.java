package io.keyuan.engine;

/** What one may do with the values of an attribute; each includes what stands before it. */
public enum AttributeRight {
    /** One does not learn that there is such an attribute. */
    HIDDEN,
    /** One sees that there is a value and a part of it, such as {@code 138****1234}; whoever looks for records cannot use it. */
    MASKED,
    READ,
    WRITE;

    public boolean includes(AttributeRight other) {
        return compareTo(other) >= 0;
    }
}
