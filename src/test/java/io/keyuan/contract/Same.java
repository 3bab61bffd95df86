package io.keyuan.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer holds what was sent: titles and what the system adds to lines may be there as well. */
final class Same {

    private static final JsonMapper JSON = new JsonMapper();

    private Same() {}

    static boolean value(@Nullable JsonNode read, @Nullable Object sent) {
        return covers(read, JSON.valueToTree(sent));
    }

    private static boolean covers(@Nullable JsonNode read, JsonNode sent) {
        if (sent.isNull()) {
            return read == null || read.isNull();
        }
        if (read == null) {
            return false;
        }
        if (sent.isObject()) {
            return sent.properties().stream().allMatch(member -> covers(read.get(member.getKey()), member.getValue()));
        }
        if (sent.isArray()) {
            return read.size() == sent.size() && java.util.stream.IntStream.range(0, sent.size()).allMatch(i -> covers(read.get(i), sent.get(i)));
        }
        // Numbers of Java differ by their kind, those of JSON do not.
        return read.asString().equals(sent.asString());
    }
}
