@NullMarked
package io.keyuan.documents;

import org.jspecify.annotations.NullMarked;
