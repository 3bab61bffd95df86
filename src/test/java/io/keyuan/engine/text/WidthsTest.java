package io.keyuan.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** What is typed in full width is put right where half width is meant, and nothing else is touched. */
class WidthsTest {

    @Property
    void everyTextIsReadCharacterByCharacter(@ForAll @StringLength(max = 12) String typed) {
        assertThat(Widths.ofLink(typed)).hasSameSizeAs(typed);
        assertThat(Widths.ofNumber(typed)).hasSameSizeAs(typed);
        assertThat(Widths.ofMailbox(typed)).hasSameSizeAs(typed);
    }

    @Property
    void aPathStaysAsItIs(@ForAll @StringLength(max = 8) String path) {
        assertThat(Widths.ofLink("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ。ｃｎ/" + path)).isEqualTo("https://example.cn/" + path);
    }
}
