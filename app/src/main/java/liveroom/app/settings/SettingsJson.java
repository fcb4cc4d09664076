package liveroom.app.settings;

import java.util.List;
import liveroom.capture.program.ChannelStrip;
import liveroom.transport.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings file's text: every member by name, readable and editable by people.
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SettingsJson() {}

    static String write(Settings settings) {
        ObjectNode root = MAPPER.createObjectNode();
        Settings.Inputs inputs = settings.inputs();
        root.putObject("inputs")
                .put("video", inputs.video())
                .put("audio", inputs.audio())
                .put("gainDb", inputs.gainDb());
        Settings.Picture picture = settings.picture();
        root.putObject("picture")
                .put("width", picture.width())
                .put("height", picture.height())
                .put("fps", picture.fps())
                .put("bitrateKbps", picture.bitrateKbps());
        Settings.Network network = settings.network();
        ObjectNode net = root.putObject("network")
                .put("bind", network.bind())
                .put("port", network.port())
                .put("maxViewers", network.maxViewers())
                .put("maxPerAddress", network.maxPerAddress());
        putAll(net, "stun", network.stun());
        putAll(net, "turn", network.turn());
        net.put("lane", network.lane().name()).put("publicUrl", network.publicUrl());
        Settings.Https https = settings.https();
        root.putObject("https")
                .put("port", https.port())
                .put("chain", https.chain())
                .put("privateKey", https.privateKey());
        RoomPass room = settings.room();
        root.putObject("room")
                .put("id", room.id())
                .put("key", room.key())
                .put("producerKey", room.producerKey())
                .put("hostKey", room.hostKey())
                .put("title", room.title());
        root.put("recordings", settings.recordings().toString());
        Settings.Look look = settings.look();
        root.putObject("look")
                .put("theme", look.theme().name())
                .put("windowWidth", look.windowWidth())
                .put("windowHeight", look.windowHeight());
        Settings.Dressing dressing = settings.dressing();
        ObjectNode keys = root.putObject("dressing")
                .put("studioMode", dressing.studioMode().name())
                .put("typing", dressing.typing().name())
                .putObject("keys");
        dressing.sortedKeys().forEach(keys::put);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + System.lineSeparator();
    }

    /// Reads a settings file. A member that is missing takes its default; one that cannot be used does too, and is
    /// reported; one that is unknown is ignored.
    ///
    /// @param complaints receives one sentence for each member that could not be used
    /// @throws tools.jackson.core.JacksonException if it is not JSON
    /// @throws IllegalArgumentException if it is JSON, but no object
    static Settings read(String text, Settings defaults, List<String> complaints) {
        JsonNode root = MAPPER.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        SettingsMembers all = new SettingsMembers("", root, complaints);
        return new Settings(
                inputs(all.group("inputs"), defaults.inputs()),
                picture(all.group("picture"), defaults.picture()),
                network(all.group("network"), defaults.network()),
                https(all.group("https"), defaults.https()),
                room(all.group("room"), defaults.room()),
                all.folder("recordings", defaults.recordings()),
                look(all.group("look"), defaults.look()),
                dressing(all.group("dressing"), defaults.dressing()));
    }

    private static Settings.Inputs inputs(SettingsMembers members, Settings.Inputs defaults) {
        return new Settings.Inputs(
                members.source("video", defaults.video()),
                members.source("audio", defaults.audio()),
                members.decimal("gainDb", ChannelStrip.MIN_GAIN_DB, ChannelStrip.MAX_GAIN_DB, defaults.gainDb()));
    }

    private static Settings.Picture picture(SettingsMembers members, Settings.Picture defaults) {
        return new Settings.Picture(
                members.even("width", Range.WIDTH, defaults.width()),
                members.even("height", Range.HEIGHT, defaults.height()),
                members.whole("fps", Range.FPS, defaults.fps()),
                members.whole("bitrateKbps", Range.BITRATE_KBPS, defaults.bitrateKbps()));
    }

    private static Settings.Network network(SettingsMembers members, Settings.Network defaults) {
        return new Settings.Network(
                members.text("bind", bind -> !bind.isBlank(), defaults.bind()),
                members.whole("port", Range.PORT, defaults.port()),
                members.whole("maxViewers", Range.VIEWERS, defaults.maxViewers()),
                members.whole("maxPerAddress", Range.VIEWERS, defaults.maxPerAddress()),
                members.texts("stun", Addresses::isStun, defaults.stun()),
                members.texts("turn", Addresses::isTurn, defaults.turn()),
                members.choice("lane", Lane.class, defaults.lane()),
                members.text("publicUrl", url -> url.isEmpty() || Addresses.isPublic(url), defaults.publicUrl()));
    }

    private static Settings.Https https(SettingsMembers members, Settings.Https defaults) {
        return new Settings.Https(
                members.whole("port", Range.PORT, defaults.port()),
                defaults.selfMade(),
                members.text("chain", _ -> true, defaults.chain()),
                members.text("privateKey", _ -> true, defaults.privateKey()));
    }

    /// A room whose name or key cannot be used is replaced whole: the two belong together.
    private static RoomPass room(SettingsMembers members, RoomPass defaults) {
        String id = members.text("id", RoomPass::isId, "");
        String key = members.secret("key", RoomPass::isKey, "");
        String title = members.text("title", RoomPass::isTitle, defaults.title());
        String producerKey = members.secret("producerKey", RoomPass::isKey, defaults.producerKey());
        String hostKey = members.secret("hostKey", RoomPass::isKey, defaults.hostKey());
        return id.isEmpty() || key.isEmpty()
                ? defaults.withTitle(title)
                : new RoomPass(id, key, producerKey, hostKey, title);
    }

    private static Settings.Look look(SettingsMembers members, Settings.Look defaults) {
        return new Settings.Look(
                members.choice("theme", Settings.Theme.class, defaults.theme()),
                members.whole("windowWidth", Range.WINDOW_SIDE, defaults.windowWidth()),
                members.whole("windowHeight", Range.WINDOW_SIDE, defaults.windowHeight()));
    }

    private static Settings.Dressing dressing(SettingsMembers members, Settings.Dressing defaults) {
        return new Settings.Dressing(
                members.choice("studioMode", Settings.StudioMode.class, defaults.studioMode()),
                members.choice("typing", Settings.Typing.class, defaults.typing()),
                members.named("keys", SettingsJson::isKeys, defaults.keys()));
    }

    private static boolean isKeys(String text) {
        return text.matches("[A-Za-z0-9_+ ]{1,40}");
    }

    private static void putAll(ObjectNode object, String name, List<String> values) {
        var array = object.putArray(name);
        values.forEach(array::add);
    }
}
