package io.keyuan.engine;

import java.util.function.Consumer;

/**
 * Tells every node of the program, this one included, that something has changed, once others can see it. This node hears
 * it before the change is answered, the others a moment later.
 *
 * <p>A node whose line to the database breaks hears nothing until it is there again; whoever listens is then told that
 * signals may have been {@linkplain #listen missed}.
 */
public interface Signals {

    /**
     * Tells all nodes with the commit of the current transaction, and nobody when it is rolled back, as a whole or to a
     * savepoint older than this; at once where there is no transaction. Nothing is lost: the signal commits with what it tells
     * of. Transactions that tell something commit one after the other, so this is for what is rare.
     *
     * @param topic what {@link #listen} names; without blanks
     * @param text at most 7,000 bytes
     */
    void tell(String topic, String text);

    /**
     * Tells all nodes soon after the commit of the current transaction, for what happens with every write. Other nodes hear
     * nothing from one that dies in between, so whoever listens must not rely on it for good. The same signal sent again
     * and again may be heard once.
     */
    void mention(String topic, String text);

    /**
     * Hears a topic for as long as the program runs.
     *
     * @param heard may be called by several threads at once, and must not wait for anything
     * @param missed signals may have been missed: what is remembered no longer holds
     */
    void listen(String topic, Consumer<String> heard, Runnable missed);
}
