/**
 * Files that people keep with records. A content is stored once for each company under the hash of its bytes, outside the database; what
 * it is called, where it hangs and which versions there were are rows. See docs/adr/0034-files.md.
 */
@NullMarked
package io.keyuan.engine.file;

import org.jspecify.annotations.NullMarked;
