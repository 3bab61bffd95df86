/**
 * Documents made of a record and a template: what a template asks for is looked up by the rights of whoever makes the document, and a
 * program of its own puts it in, since templates come from outside.
 */
@NullMarked
@NamedInterface("document")
package io.keyuan.engine.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
