/**
 * Tells other programs of changes by the Standard Webhooks convention: what the change log says is put down as messages in the
 * transaction that remembers how far it was read, and messages are sent until they arrive.
 */
@NullMarked
package io.keyuan.engine.webhook;

import org.jspecify.annotations.NullMarked;
