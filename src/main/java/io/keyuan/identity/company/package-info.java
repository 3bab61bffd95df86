/** What a company has settled beyond its name, currency and time zone: languages, formats, working time, letterhead. */
@NullMarked
package io.keyuan.identity.company;

import org.jspecify.annotations.NullMarked;
