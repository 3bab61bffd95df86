package io.keyuan.engine.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param filter which records, of a whole list
 * @param ids which records, one by one
 * @param to the id of who gets them
 * @param rule the id of a rule that says who, or {@code matching}
 * @param along the names in addresses of what moves along
 * @param alongOf {@code same-owner} or {@code anyone}
 * @param alongState {@code open} or {@code all}
 */
record Request(
        @Nullable String filter,
        @Nullable List<@Nullable String> ids,
        @Nullable String to,
        @Nullable String rule,
        @Nullable List<@Nullable String> along,
        @Nullable String alongOf,
        @Nullable String alongState,
        @Nullable String note,
        @Nullable Boolean dryRun) {}
