package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.capture.scene.Content.FontRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {
    private final TextStyle style =
            TextStyle.of(new Face(Kits.fonts().fonts(Kits.shipped("daylight"), FontRole.BODY)), 40);

    @Test
    void fit_shortText_keepsItsSize() {
        TextBlock block = TextBlock.fit("Hello", style, TextBlock.Room.line(300));
        assertThat(block.size()).isEqualTo(40);
        assertThat(block.isWhole()).isTrue();
    }

    @Test
    void fit_textABitTooLong_shrinksAndStaysWhole() {
        double width = TextBlock.fit("Hello out there", style, TextBlock.Room.line(1000))
                .width();
        TextBlock block = TextBlock.fit("Hello out there", style, TextBlock.Room.line(width * 0.75));
        assertThat(block.isWhole()).isTrue();
        assertThat(block.size()).isBetween(24.0, 32.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and more",
                "北京欢迎你来我们的直播间看看今天的新产品还有很多优惠等着你们",
                "שלום עולם, זהו משפט ארוך מאוד שלא נכנס לשורה אחת בכלל",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f"
            })
    void fit_textFarTooLong_staysWithinItsRoom(String text) {
        for (int lines = 1; lines <= 3; lines++) {
            TextBlock block = TextBlock.fit(text, style, new TextBlock.Room(180, 500, lines));
            assertThat(block.size()).isGreaterThanOrEqualTo(23.9);
            assertThat(block.width()).isLessThanOrEqualTo(180);
            assertThat(block.height()).isLessThanOrEqualTo(40 + lines * 60);
        }
    }

    @Test
    void fit_moreLinesThanRoom_keepsTheirHeight() {
        TextBlock block = TextBlock.fit("one\ntwo\nthree\nfour\nfive\nsix", style, new TextBlock.Room(300, 70, 99));
        assertThat(block.height()).isLessThanOrEqualTo(70);
        assertThat(block.isWhole()).isFalse();
    }

    @Test
    void fit_roomThatTheMarginsHaveEatenUp_holdsNothing() {
        assertThat(TextBlock.fit("Hello", style, new TextBlock.Room(-3, 40, 2)).width())
                .isZero();
    }

    @Test
    void fit_nothing_isEmpty() {
        assertThat(TextBlock.fit(" \n ", style, TextBlock.Room.line(300)).isEmpty())
                .isTrue();
        assertThat(TextBlock.fit("Hello", style, new TextBlock.Room(0.5, 0.5, 1))
                        .width())
                .isLessThanOrEqualTo(0.5);
    }

    @Test
    void readable_textWithSignsThatNoFontHas_losesThemAlone() {
        assertThat(style.face().readable("Tea 茶 \uDBFF\uDFFD cup")).isEqualTo("Tea 茶  cup");
    }
}
