package liveroom.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the linked pages do is in the tests of the pages; here is what a linked script looks like.
class ScriptLinkerTest {
    @Test
    void modules_standOnce_inTheOrderOfTheirNeeds() {
        String linked = module(Map.of(
                "main.js",
                        "import { a } from './deep/a.js';\nimport {\n  b,\n  c as d,\n} from './b.js';\n\nexport const all = [a, b, d];\n",
                "deep/a.js", "import { b } from '../b.js';\nexport class a { x = b; }\n",
                "b.js", "/** Says. */\nexport const b = 1;\n// more\nexport async function c() {}\n"));
        assertThat(linked).isEqualTo("""
                const $1 = (() => {
                const b = 1;
                async function c() {}
                return { b, c };
                })();
                const $2 = (() => {
                const { b } = $1;
                class a { x = b; }
                return { a };
                })();
                const $3 = (() => {
                const { a } = $2;
                const { b, c: d } = $1;

                const all = [a, b, d];
                return { all };
                })();
                export const { all } = $3;
                """);
    }

    @Test
    void namesArePassedOn_alsoSeveralAtOnce() {
        assertThat(module(Map.of(
                        "main.js",
                        "export { b } from './b.js';\n",
                        "b.js",
                        "export const { b, c } = words({ d: 1 });\n")))
                .contains("const { b } = $1;\nreturn { b };")
                .contains("const { b, c } = words({ d: 1 });\nreturn { b, c };")
                .endsWith("export const { b } = $2;\n");
    }

    @Test
    void addresses_areThoseOfTheModuleThatSaysThem() {
        assertThat(module(Map.of(
                        "main.js", "import './deep/a.js';\n",
                        "deep/a.js", "load(new URL('./w.js', import.meta.url));\nimport('../b.js').then(go);\n")))
                .contains("load(new URL('./w.js', (location.origin + '/viewer/deep/a.js')));")
                .contains("import('/viewer/b.js').then(go);");
    }

    @Test
    void script_isStrictLikeAModule_andLeavesNoNames() {
        assertThat(ScriptLinker.toScript("/viewer/", "a.js", _ -> "export const a = 1;\n"))
                .isEqualTo("""
                (() => {
                'use strict';
                const $1 = (() => {
                const a = 1;
                return { a };
                })();
                })();
                """);
    }

    @Test
    void whatItDoesNotKnow_isRefused() {
        assertThatThrownBy(() -> module(Map.of("main.js", "export let a = 1;\n")))
                .hasMessageContaining("main.js");
        assertThatThrownBy(() -> module(Map.of("main.js", "export default 1;\n")))
                .hasMessageContaining("main.js");
        assertThatThrownBy(() -> module(Map.of("main.js", "import a from './b.js';\n", "b.js", "")))
                .hasMessageContaining("main.js");
        assertThatThrownBy(() -> module(Map.of("main.js", "import './b.js';\n", "b.js", "import './main.js';\n")))
                .hasMessageContaining("main.js needs itself");
    }

    private static String module(Map<String, String> sources) {
        return ScriptLinker.toModule(
                "/viewer/",
                "main.js",
                path -> Optional.ofNullable(sources.get(path)).orElseThrow());
    }
}
