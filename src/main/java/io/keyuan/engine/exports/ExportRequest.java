package io.keyuan.engine.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param format csv or xlsx; vcf where records have business cards, ics where they are things to do
 * @param filter which records, of a whole list; all where neither this nor ids are given
 * @param ids which records, one by one
 * @param sort as lists take it
 * @param fields which attributes, in this order, separated by commas; all one may see where none are named
 * @param bom whether a text begins with a byte order mark; it does unless this is false
 */
record ExportRequest(
        @Nullable String format,
        @Nullable String filter,
        @Nullable List<@Nullable String> ids,
        @Nullable String sort,
        @Nullable String fields,
        @Nullable Boolean bom) {}
