package io.keyuan.engine.text;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traditional characters and the simplified ones they are matched as, one by one.
 *
 * <p>Only the character table of OpenCC is used: its phrases would make a character's form depend on its neighbours,
 * and then a part of a name would no longer be found in the name. The class loads the table when it is first touched.
 */
final class Simplified {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final int[] COMMON = new int[LAST - FIRST + 1];
    private static final Map<Integer, Integer> RARE = new HashMap<>();

    static {
        Map<Integer, Integer> direct = direct();
        direct.forEach((from, to) -> put(from, end(direct, to)));
    }

    private Simplified() {}

    /** The simplified form of a character, or the character itself. */
    static int of(int codePoint) {
        if (codePoint >= FIRST && codePoint <= LAST) {
            int simple = COMMON[codePoint - FIRST];
            return simple == 0 ? codePoint : simple;
        }
        return codePoint > 0xFFFF ? RARE.getOrDefault(codePoint, codePoint) : codePoint;
    }

    private static void put(int from, int to) {
        if (from >= FIRST && from <= LAST) {
            COMMON[from - FIRST] = to;
        } else {
            RARE.put(from, to);
        }
    }

    private static Map<Integer, Integer> direct() {
        Map<Integer, Integer> direct = new HashMap<>();
        Map<String, List<String>> characters = OpenccDatas.tsChar().data().getDataMap();
        characters.forEach((from, to) -> direct.put(from.codePointAt(0), to.getFirst().codePointAt(0)));
        direct.entrySet().removeIf(pair -> pair.getKey().equals(pair.getValue()));
        return direct;
    }

    /** Follows chains, so that folding a folded text changes nothing. */
    private static int end(Map<Integer, Integer> direct, int start) {
        int at = start;
        for (int step = 0; step < 4; step++) {
            at = direct.getOrDefault(at, at);
        }
        return at;
    }
}
