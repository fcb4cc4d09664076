package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowFormatException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ShowJsonTest {
    private static final int ROUNDS = 300;

    @Test
    void write_aShow_isReadableAndLeavesOutWhatIsUsual() {
        Layer name = Layer.of(
                        "name", "Name", new Content.LowerThird("Ana", ""), Placement.of(new Box(0, 0.75, 0.5, 0.2)))
                .withAnimations(Animation.slide(Animation.Edge.LEFT), Animation.CUT)
                .withShown(false);
        Show show = new Show("Mine", "daylight", List.of(new Scene("solo", "Solo", List.of(name))), List.of());

        assertThat(ShowJson.write(show).lines()).containsExactly("""
                {
                  "format" : 1,
                  "name" : "Mine",
                  "scenes" : [ {
                    "id" : "solo",
                    "name" : "Solo",
                    "layers" : [ {
                      "id" : "name",
                      "name" : "Name",
                      "content" : {
                        "kind" : "lower-third",
                        "name" : "Ana"
                      },
                      "placement" : {
                        "box" : [ 0, 0.75, 0.5, 0.2 ]
                      },
                      "enter" : {
                        "kind" : "slide",
                        "edge" : "left"
                      },
                      "exit" : "cut",
                      "shown" : false
                    } ]
                  } ]
                }""".lines().toArray(String[]::new));
    }

    @Test
    void show_anyThatWasWritten_isReadBackEqual() throws ShowFormatException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Show show = new RandomShow(seed).show();

            assertThat(ShowJson.show(ShowJson.write(show))).as("seed " + seed).isEqualTo(show);
        }
    }

    @Test
    void command_anyThatWasWritten_isReadBackEqual() throws ShowFormatException {
        RandomCommand commands = new RandomCommand(1);
        for (int seed = 0; seed < ROUNDS; seed++) {
            ShowCommand command = commands.command(new RandomShow(seed).show());

            assertThat(ShowJson.command(ShowJson.write(command))).isEqualTo(command);
        }
    }

    @Test
    void command_asADocumentedExample_isThatCommand() throws ShowFormatException {
        assertThat(ShowJson.command("{\"do\": \"take\", \"transition\": \"fade\", \"millis\": 800}"))
                .isEqualTo(new ShowCommand.Take(new Transition(Transition.Kind.FADE, 800)));
        assertThat(ShowJson.command("{\"do\": \"take\"}")).isEqualTo(new ShowCommand.Take(Transition.CUT));
        assertThat(ShowJson.command("{\"do\": \"take\", \"transition\": \"stinger\"}"))
                .isEqualTo(new ShowCommand.Take(Transition.STINGER));
        assertThat(ShowJson.command(
                        "{\"do\": \"reveal\", \"sceneId\": \"solo\", \"layerId\": \"name\", \"shown\": true}"))
                .isEqualTo(new ShowCommand.Reveal("solo", "name", true));
        assertThat(ShowJson.command("{\"do\": \"next\"}")).isEqualTo(new ShowCommand.Next());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"do":"dance"}                                           | do must be one of rename-show, set-brand
            {"do":7}                                                 | do must be one of
            {"sceneId":"solo"}                                       | The command needs "do".
            {"do":"preview"}                                         | The command needs "sceneId".
            {"do":"preview","sceneId":7}                             | sceneId must be text.
            {"do":"preview","sceneId":null}                          | sceneId must be text.
            {"do":"preview","sceneId":"a","loud":true}               | The command has "loud", which is not known there; known are sceneId.
            {"do":"take","transition":"wipe"}                        | transition must be one of cut, fade, stinger.
            {"do":"take","transition":"fade","millis":-1}            | millis: The length of a transition in milliseconds is -1.0
            {"do":"take","transition":"fade","millis":1.5}           | millis must be a whole number.
            {"do":"move-scene","sceneId":"a","to":99999999999}       | to must be a whole number.
            {"do":"reveal","sceneId":"a","layerId":"b","shown":"no"} | shown must be true or false.
            {"do":"next"} {"do":"next"}                              | The command: It is not JSON in line 1, column
            {"do":"next","do":"undo"}                                | The command: It is not JSON in line 1, column
            {"do":"next"                                             | The command: It is not JSON in line 1, column
            {"do":"all","commands":[]}                               | The command: There are 0 commands; there may be 1 to 100.
            {"do":"all","commands":[{"do":"undo"}]}                  | commands[0].do must be one of rename-show
            {"do":"all","commands":[{"do":"all","commands":[]}]}     | commands[0].do must be one of rename-show
            {"do":"all","commands":[{"do":"preview"}]}               | commands[0] needs "sceneId".
            []                                                       | The command must be a JSON object.
            ``                                                       | The command must be a JSON object.
            """)
    void command_thatIsNone_isRefusedWithASentenceThatNamesThePlace(String text, String sentence) {
        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> ShowJson.command(text))
                .withMessageStartingWith(sentence)
                .withMessageEndingWith(".")
                .matches(refused -> refused.code() == Code.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"text","text":"Hi","size":"big"}       | scenes[0].layers[1].content.size must be a number.
            {"kind":"text","text":"Hi","size":3}           | scenes[0].layers[1].content: The size of the text is 3.0
            {"kind":"text","text":"Hi","size":1e999}       | scenes[0].layers[1].content: The size of the text is Infinity
            {"kind":"text","text":"Hi","paint":"pink"}     | scenes[0].layers[1].content.paint must be a colour
            {"kind":"text","text":"Hi","paint":"#12345"}   | scenes[0].layers[1].content.paint must be #rrggbb
            {"kind":"text"}                                | scenes[0].layers[1].content needs "text".
            {"kind":"hologram"}                            | scenes[0].layers[1].content.kind must be one of source, image
            {"kind":"slate","slate":"lunch"}               | scenes[0].layers[1].content.slate must be one of starting-soon
            {"kind":"product","name":"A","link":"file:/a"} | scenes[0].layers[1].content: The link must be an address
            {"kind":"ticker","items":["a",7]}              | scenes[0].layers[1].content.items[1] must be text.
            {"kind":"source","key":{"rgb":"green"}}        | scenes[0].layers[1].content.key.rgb must be a colour
            """)
    void show_thatIsNone_isRefusedWithASentenceThatNamesThePlace(String content, String sentence) {
        String sound = "{\"id\": \"a\", \"name\": \"A\", \"content\": {\"kind\": \"source\"}}";
        String layer = "{\"id\": \"b\", \"name\": \"B\", \"content\": " + content + "}";

        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> ShowJson.show("{\"format\": 1, \"name\": \"x\", \"scenes\": [{\"id\": \"s\","
                        + " \"name\": \"S\", \"layers\": [" + sound + "," + layer + "]}]}"))
                .withMessageStartingWith(sentence);
    }

    @Test
    void show_fromANewerVersion_saysSoWhateverElseItHolds() {
        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> ShowJson.show("{\"format\": 2, \"smell\": [\"roses\"]}"))
                .withMessageContaining("made by a newer version")
                .matches(refused -> refused.code() == Code.NEWER);
    }

    @Test
    void show_withoutAScene_isRefused() {
        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> ShowJson.show("{\"format\": 1, \"name\": \"x\", \"scenes\": []}"))
                .withMessage("The show: There are 0 scenes; there may be 1 to 100.");
    }

    @Test
    void state_ofADesk_isOneLineWithEveryMember() {
        Show show = Shows.starter(key -> key);
        DeskState state = OnAir.begin(show, 7);

        JsonNode json = JsonMapper.builder().build().readTree(ShowJson.state(state));

        assertThat(ShowJson.state(state)).doesNotContain("\n");
        assertThat(json.propertyNames())
                .containsExactly(
                        "revision", "show", "programId", "previewId", "change", "nextCue", "canUndo", "canRedo");
        assertThat(json.get("change").toString())
                .isEqualTo("{\"fromId\":\"solo\",\"transition\":\"cut\",\"millis\":0,\"sinceNanos\":7}");
        assertThat(json.at("/show/format").intValue()).isEqualTo(1);
        assertThat(json.at("/show/scenes/0/layers/0").toString())
                .isEqualTo("{\"id\":\"camera\",\"name\":\"starter.layer.camera\","
                        + "\"content\":{\"kind\":\"source\",\"source\":\"main\","
                        + "\"key\":{\"rgb\":\"#00ff00\",\"tolerance\":0,\"softness\":0}},"
                        + "\"placement\":{\"box\":[0,0,1,1],\"crop\":{\"left\":0,\"top\":0,\"right\":0,\"bottom\":0},"
                        + "\"fit\":\"cover\",\"flip\":\"none\"},"
                        + "\"look\":{\"opacity\":1,\"cornerRadius\":0,\"border\":{\"width\":0,\"paint\":\"primary\"},"
                        + "\"shadow\":{\"blur\":0,\"drop\":0,\"opacity\":0},\"blend\":\"normal\"},"
                        + "\"enter\":{\"kind\":\"fade\",\"millis\":300,\"ease\":\"out\",\"edge\":\"bottom\"},"
                        + "\"exit\":{\"kind\":\"fade\",\"millis\":300,\"ease\":\"out\",\"edge\":\"bottom\"},"
                        + "\"shown\":true,\"locked\":false}");
    }

    @Test
    void state_itsShow_isAShowFileToo() throws ShowFormatException {
        Show show = new RandomShow(8).show();
        DeskState state = OnAir.begin(show, 7);

        String shown = JsonMapper.builder()
                .build()
                .readTree(ShowJson.state(state))
                .get("show")
                .toString();

        assertThat(ShowJson.show(shown)).isEqualTo(show);
    }

    @Test
    void show_deepOrLong_isRefused() {
        assertThatExceptionOfType(ShowFormatException.class).isThrownBy(() -> ShowJson.show("{\"a\":".repeat(100_000)));
        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> ShowJson.show(" ".repeat(ShowJson.MAX_BYTES + 1)))
                .withMessageContaining("longer than");
    }

    @Test
    void show_manyMutationsOfOne_throwNothingElse() {
        Random random = new Random(4);
        for (int seed = 0; seed < 2_000; seed++) {
            String text = mutated(ShowJson.write(new RandomShow(seed % 50).show()), random);
            refusedOrRead(() -> ShowJson.show(text));
        }
    }

    @Test
    void command_manyMutationsOfMany_throwNothingElse() {
        Random random = new Random(5);
        RandomCommand commands = new RandomCommand(6);
        Show show = new RandomShow(3).show();
        for (int i = 0; i < 10_000; i++) {
            String text = mutated(ShowJson.write(commands.command(show)), random);
            refusedOrRead(() -> ShowJson.command(text));
        }
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws ShowFormatException;
    }

    private static void refusedOrRead(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (ShowFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /// Some bytes changed, taken away, repeated; or one value in place of another.
    private static String mutated(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String changed = text;
        switch (random.nextInt(4)) {
            case 0 -> {
                IntStream.rangeClosed(0, random.nextInt(4))
                        .forEach(_ -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256));
                changed = new String(bytes, StandardCharsets.UTF_8);
            }
            case 1 -> changed = text.substring(0, random.nextInt(text.length()));
            case 2 -> {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(40));
                changed = text.substring(0, to) + text.substring(from);
            }
            default -> {
                List<String> values = List.of(
                        "null",
                        "-1",
                        "1e400",
                        "[]",
                        "{}",
                        "true",
                        "\"\\u0000\"",
                        "\"\\ud800\"",
                        "9".repeat(50),
                        "{\"kind\":\"slate\"}");
                List<String> found = List.of("\"[^\"]*\"", "-?[0-9.]+", "\\[ ", "true|false", " : ");
                String value = values.get(random.nextInt(values.size()));
                changed = text.replaceFirst(
                        found.get(random.nextInt(found.size())) + "(?!\" :)", Matcher.quoteReplacement(value));
            }
        }
        return changed;
    }
}
