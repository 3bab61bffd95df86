package io.keyuan.engine.exports;

import io.keyuan.engine.FileFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out, once it is found to make sense; as a job keeps it.
 *
 * @param object its name in code
 * @param filter null for all
 * @param ids only those among these; null for all
 * @param sort as lists take it; null for their usual order
 * @param fields the attributes, in the order of the columns
 * @param bom whether a text begins with a byte order mark
 */
record ExportOrder(
        String object,
        FileFormat format,
        @Nullable String filter,
        @Nullable List<UUID> ids,
        @Nullable String sort,
        List<String> fields,
        boolean bom) {}
