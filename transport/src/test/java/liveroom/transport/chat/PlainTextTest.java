package liveroom.transport.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void line_withControlAndReorderingCharacters_isPlain() {
        assertThat(PlainText.line(" a\tb\r\nc\0\u001b[31md\u202e\u2066\u2028 ")).isEqualTo("a b  c[31md");
        assertThat(PlainText.line("<b>&amp;</b>")).isEqualTo("<b>&amp;</b>");
        assertThat(PlainText.line("\ud83d\ude00 \ud83d")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void cut_atACharacterOfTwoUnits_doesNotHalveIt() {
        assertThat(PlainText.cut("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(PlainText.cut("ab\ud83d\ude00", 4)).isEqualTo("ab\ud83d\ude00");
        assertThat(PlainText.cut("ab", 9)).isEqualTo("ab");
    }
}
