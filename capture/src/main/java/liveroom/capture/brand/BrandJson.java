package liveroom.capture.brand;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.brand.BrandKit.Logo;
import liveroom.capture.brand.BrandKit.Motion;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The text of `brand.json`, as `docs/brand-kits.md` describes it.
final class BrandJson {
    static final String FILE = "brand.json";
    static final int FORMAT = 1;
    static final double MAX_SAFE_MARGIN = 0.25;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private BrandJson() {}

    /// @param folder where the kit's files are
    static BrandKit read(byte[] json, Path folder) throws BrandException {
        KitMembers members = new KitMembers(parse(json));
        int format = members.whole("format", 1, Integer.MAX_VALUE, 0);
        if (format == 0) {
            throw new BrandException(Code.NOT_A_KIT, FILE + " does not say \"format\": " + FORMAT + ".");
        }
        if (format > FORMAT) {
            throw new BrandException(
                    Code.NEWER_FORMAT,
                    "The kit is of format " + format + "; this studio knows formats up to " + FORMAT
                            + ". Update the studio, or save the kit for this one.");
        }
        String name = members.text("name", 80, "").strip();
        if (name.isEmpty()) {
            throw members.wrong("name", "the name of the brand");
        }
        return new BrandKit(
                name,
                members.whole("version", 1, Integer.MAX_VALUE - 1, 1),
                colours(members.group("colours")),
                fonts(members.group("fonts")),
                logo(members.group("logo")),
                members.choice("corners", Corners.class, Corners.SOFT),
                members.choice("motion", Motion.class, Motion.NORMAL),
                members.decimal("safeMargin", 0, MAX_SAFE_MARGIN, 0.05),
                slates(members.group("slates")),
                folder);
    }

    private static JsonNode parse(byte[] json) throws BrandException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw new BrandException(Code.INVALID, FILE + " is no JSON that can be read; it breaks" + where + ".", e);
        }
        throw new BrandException(Code.NOT_A_KIT, FILE + " is no JSON object.");
    }

    private static Map<ColourRole, Integer> colours(KitMembers members) throws BrandException {
        Map<ColourRole, Integer> colours = new EnumMap<>(ColourRole.class);
        for (Ground ground : Ground.values()) {
            int colour = members.colour(KitMembers.camel(ground.role()), ground.usual());
            colours.put(ground.role(), colour);
            colours.put(ground.text(), members.colour(KitMembers.camel(ground.text()), Contrast.ink(colour)));
        }
        return colours;
    }

    private static Map<FontRole, Typeface> fonts(KitMembers members) throws BrandException {
        Map<FontRole, Typeface> fonts = new EnumMap<>(FontRole.class);
        for (FontRole role : FontRole.values()) {
            KitMembers font = members.group(KitMembers.camel(role));
            String family = font.text("family", 100, StudioFonts.FAMILY).strip();
            if (family.isEmpty()) {
                throw font.wrong("family", "the name of a font family");
            }
            int weight = font.whole("weight", 100, 900, role == FontRole.BODY ? 400 : 600);
            fonts.put(role, new Typeface(family, weight, font.fonts("files")));
        }
        return fonts;
    }

    private static Logo logo(KitMembers members) throws BrandException {
        return new Logo(
                members.file("light", "", BrandJson::isPicture), members.file("dark", "", BrandJson::isPicture));
    }

    private static boolean isPicture(FileKind kind) {
        return kind == FileKind.IMAGE || kind == FileKind.DRAWING;
    }

    private static Map<SlateKind, String> slates(KitMembers members) throws BrandException {
        Map<SlateKind, String> slates = new EnumMap<>(SlateKind.class);
        for (SlateKind kind : SlateKind.values()) {
            slates.put(kind, members.text(KitMembers.camel(kind), 200, headline(kind)));
        }
        return slates;
    }

    private static String headline(SlateKind kind) {
        return switch (kind) {
            case STARTING_SOON -> "Starting soon";
            case BE_RIGHT_BACK -> "Be right back";
            case THANK_YOU -> "Thank you for watching";
        };
    }

    static byte[] write(BrandKit kit) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("name", kit.name()).put("version", kit.version());
        ObjectNode colours = root.putObject("colours");
        for (ColourRole role : ColourRole.values()) {
            colours.put(KitMembers.camel(role), Contrast.hex(kit.colour(role)));
        }
        ObjectNode fonts = root.putObject("fonts");
        for (FontRole role : FontRole.values()) {
            Typeface face = kit.typeface(role);
            ObjectNode font = fonts.putObject(KitMembers.camel(role));
            font.put("family", face.family()).put("weight", face.weight());
            var files = font.putArray("files");
            face.files().forEach(files::add);
        }
        root.putObject("logo")
                .put("light", kit.logo().light())
                .put("dark", kit.logo().dark());
        root.put("corners", KitMembers.camel(kit.corners()));
        root.put("motion", KitMembers.camel(kit.motion()));
        root.put("safeMargin", kit.safeMargin());
        ObjectNode slates = root.putObject("slates");
        for (SlateKind kind : SlateKind.values()) {
            slates.put(KitMembers.camel(kind), kit.slates().getOrDefault(kind, headline(kind)));
        }
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
