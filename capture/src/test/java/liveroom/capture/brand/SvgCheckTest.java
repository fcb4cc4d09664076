package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import liveroom.capture.brand.BrandException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SvgCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d='M0 0h1'/>",
                "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs><path fill='url(#g)' d='M0 0h9'/>",
                "<style>.a{fill:url(#g)} .b,.c{clip-path:url('#c')}</style><clipPath id='c'><path class='a'/></clipPath>"
                        + "<linearGradient id='g'/><path class='b'/>",
                "<style>path{fill:url(#g)}</style><linearGradient id='g'><stop/></linearGradient><path/>",
                "<style>@media all{/* all */.a{fill:url(#g)}}</style><linearGradient id='g'/><path class='a'/>",
                "<g id='a'><path/></g><use href='#a'/><use href='#a' x='5'/>",
                "<metadata><x:note xmlns:x='urn:x' x:file='C:\\\\logo (1).svg'/></metadata>",
                "<!-- drawn by hand --><?xpacket begin='x'?><text>Acme &amp; Söhne</text>"
            })
    void check_ofADrawing_letsItPass(String content) {
        assertThatCode(() -> check(svg(content))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT/>",
                "<g><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></g>",
                "<path onclick='a()'/>",
                "<path ONLOAD='a()'/>",
                "<foreignObject/>",
                "<animate attributeName='x'/>",
                "<set attributeName='href'/>",
                "<use href='https://example.org/a.svg#x'/>",
                "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='other.svg#x'/>",
                "<image href='file:///etc/passwd'/>",
                "<image href='//example.org/a.png'/>",
                "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
                "<a href='javascript:alert(1)'/>",
                "<g xml:base='https://example.org/'/>",
                "<style>@import 'https://example.org/a.css';</style>",
                "<style>@IMPORT url(a.css);</style>",
                "<style>path{fill:url(https://example.org/a.svg#g)}</style>",
                "<style>path{fill:url( \"a.svg#g\" )}</style>",
                "<style>path{fill:\\75rl(https://example.org)}</style>",
                "<style>@font-face{font-family:x;src:url(x.ttf)}</style>",
                "<style><![CDATA[@import 'a']]></style>",
                "<style>@imp<g/>ort 'a';</style>",
                "<style>.a{content:\"/*\"}.b{fill:url(a.svg)}/*\"*/</style>",
                "<path style='fill:url(https://example.org)'/>",
                "<path fill='URL(a.svg#b)'/>",
                "<path mask='url(#a) url(b)'/>",
                "<path style='fill:image-set(\"a.png\" 1x)'/>"
            })
    void check_ofADrawingThatDoesMore_refuses(String content) {
        refuses(Code.UNSAFE, svg(content));
    }

    @Test
    void check_withDocumentTypeOrStyleSheetElsewhere_refuses() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]>";
        refuses(Code.UNSAFE, bomb + svg("<text>&b;</text>"));
        refuses(Code.UNSAFE, "<!DOCTYPE svg SYSTEM \"https://example.org/svg.dtd\">" + svg(""));
        refuses(Code.UNSAFE, "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + svg("&a;"));
        refuses(Code.UNSAFE, "<?xml-stylesheet href=\"a.css\"?>" + svg(""));
    }

    @Test
    void check_ofADrawingThatTakesForEver_refuses() {
        StringBuilder doubling = new StringBuilder("<path id='a0' d='M0 0h1'/>");
        for (int i = 1; i < 40; i++) {
            doubling.append("<g id='a%d'><use href='#a%d'/><use href='#a%d'/></g>".formatted(i, i - 1, i - 1));
        }
        refuses(Code.TOO_LARGE, svg(doubling.toString()));
        refuses(
                Code.TOO_LARGE,
                svg(doubling.toString().replaceAll("<use href='(#a\\d+)'/>", "<path fill='url($1)'/>")));
        refuses(Code.TOO_LARGE, svg("<g id='a'><use href='#a'/></g>"));
        refuses(Code.TOO_LARGE, svg("<style>.p{fill:url(#p)}</style><pattern id='p'><path class='x p'/></pattern>"));
        refuses(
                Code.TOO_LARGE,
                svg("<marker id='m'>" + "<path/>".repeat(500) + "</marker>" + "<path marker-mid='url(#m)' d='"
                        + "1 1 ".repeat(1000) + "'/>"));
        refuses(Code.TOO_LARGE, svg("<g>".repeat(100) + "</g>".repeat(100)));
        refuses(Code.TOO_LARGE, svg("<g/>".repeat(20_000)));
        refuses(Code.TOO_LARGE, svg("<filter><feTurbulence numOctaves='1000000'/></filter>"));
    }

    @Test
    @Timeout(60)
    void check_ofStylesThatTakeForEverToRead_ends() throws Exception {
        int length = 1 << 20;
        check(svg("<style>" + "a".repeat(length) + "</style>"));
        check(svg("<style>" + "/*".repeat(length / 2) + "</style>"));
        check(svg("<style>" + "{".repeat(length) + "</style>"));
        check(svg("<style>" + "a{}".repeat(length / 4) + "</style>"));
        check(svg("<path style='fill:" + "url(#a)".repeat(length / 7) + "'/>"));
        refuses(Code.UNSAFE, svg("<style>" + "url( ".repeat(length / 5) + "</style>"));
        refuses(Code.TOO_LARGE, svg("<style>" + "a{fill:url(#b)}".repeat(1000) + "</style>" + "<path/>".repeat(9000)));
    }

    @Test
    void check_withPicturesWithin_looksAtTheirSize() throws Exception {
        assertThatCode(() -> check(svg(image(TestKits.png(4, 4))))).doesNotThrowAnyException();
        refuses(Code.TOO_LARGE, svg(image(TestKits.pngThatClaims(30_000, 30_000))));
        refuses(Code.TOO_LARGE, svg(image(TestKits.pngThatClaims(3000, 2000)).repeat(3)));
        refuses(Code.BROKEN, svg(image(new byte[] {1, 2, 3})));
        refuses(Code.BROKEN, svg("<image href='data:image/png;base64,A'/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<svg>", "<html/>", "<svg><a></svg>", "<svg>&nbsp;</svg>", "<svg x:y='1'/>"})
    void check_ofSomethingElse_refuses(String text) {
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> check(text))
                .satisfies(e -> assertThat(e.code()).isIn(Code.BROKEN, Code.UNSAFE));
    }

    @Test
    void check_thatRefuses_saysWhatAndHelps() {
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> check(svg("<script/>")))
                .withMessage("The drawing \"logo.svg\" holds <script>, which does more than draw. Export it without.");
    }

    private static String image(byte[] png) {
        return "<image href='data:image/png;base64," + Base64.getMimeEncoder().encodeToString(png) + "'/>";
    }

    private static String svg(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>";
    }

    private static void check(String svg) throws BrandException {
        SvgCheck.check(new ByteArrayInputStream(TestKits.text(svg)), "logo.svg");
    }

    private static void refuses(Code code, String svg) {
        assertThatExceptionOfType(BrandException.class)
                .as(svg.substring(0, Math.min(300, svg.length())))
                .isThrownBy(() -> check(svg))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
