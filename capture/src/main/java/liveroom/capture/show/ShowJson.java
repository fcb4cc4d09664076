package liveroom.capture.show;

import java.nio.charset.StandardCharsets;
import liveroom.capture.scene.Show;
import liveroom.capture.show.JsonForm.Extent;
import liveroom.capture.show.ShowFormatException.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shows, commands and states as JSON text, described in `docs/control.md`. Reading is strict and
/// bounded: a text is understood whole, or refused with a sentence. Free-threaded.
public final class ShowJson {
    /// The longest text that is read, as UTF-8; no show may become longer.
    public static final int MAX_BYTES = 2 << 20;

    private static final int FORMAT = 1;
    private static final String FORMAT_MEMBER = "format";
    private static final int MAX_DEPTH = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private ShowJson() {}

    /// Reads a show file's text.
    ///
    /// @throws ShowFormatException also for a show of a newer format
    public static Show show(String text) throws ShowFormatException {
        JsonPlace place = JsonPlace.of("The show");
        ObjectNode root = parsed(text, place);
        int format = format(root, place);
        root.remove(FORMAT_MEMBER);
        return ShowForms.SHOW.read(ofThisFormat(root, format, place), place);
    }

    /// Makes a show of any older format one of this format: a step for each format that there has
    /// been, on the tree.
    private static ObjectNode ofThisFormat(ObjectNode root, int format, JsonPlace place) throws ShowFormatException {
        return switch (format) {
            case FORMAT -> root;
            default -> throw place.member(FORMAT_MEMBER).mustBe(Integer.toString(FORMAT));
        };
    }

    private static int format(ObjectNode root, JsonPlace place) throws ShowFormatException {
        JsonNode format = root.get(FORMAT_MEMBER);
        if (format == null) {
            throw place.needs(FORMAT_MEMBER);
        }
        if (!format.isIntegralNumber() || !format.canConvertToInt()) {
            throw place.member(FORMAT_MEMBER).mustBe("a whole number");
        }
        if (format.intValue() > FORMAT) {
            throw new ShowFormatException(
                    Code.NEWER,
                    "The show was made by a newer version of the studio: its format is " + format.intValue()
                            + ", and this version knows formats up to " + FORMAT + ".");
        }
        return format.intValue();
    }

    /// Reads a command such as `{"do": "take", "transition": "fade"}`.
    public static ShowCommand command(String text) throws ShowFormatException {
        JsonPlace place = JsonPlace.of("The command");
        return ShowForms.COMMAND.read(parsed(text, place), place);
    }

    /// A show as its file has it: indented, what is as usual left out.
    public static String write(Show show) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(show, Extent.BRIEF)) + "\n";
    }

    /// How long [#write(Show)] is, as UTF-8.
    static int bytes(Show show) {
        return write(show).getBytes(StandardCharsets.UTF_8).length;
    }

    /// A command in one line, what is as usual left out.
    public static String write(ShowCommand command) {
        return MAPPER.writeValueAsString(ShowForms.COMMAND.write(command, Extent.BRIEF));
    }

    /// A state in one line, with every member of everything.
    public static String state(DeskState state) {
        ObjectNode root = (ObjectNode) ShowForms.STATE.write(state, Extent.WHOLE);
        root.set("show", tree(state.show(), Extent.WHOLE));
        return MAPPER.writeValueAsString(root);
    }

    private static ObjectNode tree(Show show, Extent extent) {
        ObjectNode root = MAPPER.createObjectNode().put(FORMAT_MEMBER, FORMAT);
        return root.setAll((ObjectNode) ShowForms.SHOW.write(show, extent));
    }

    private static ObjectNode parsed(String text, JsonPlace place) throws ShowFormatException {
        if (text.length() > MAX_BYTES) {
            throw place.complaint("It is longer than " + MAX_BYTES + " bytes.");
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw place.complaint(
                    where == null
                            ? "It is not JSON."
                            : "It is not JSON in line " + where.getLineNr() + ", column " + where.getColumnNr() + ".");
        }
        throw place.mustBe("a JSON object");
    }
}
