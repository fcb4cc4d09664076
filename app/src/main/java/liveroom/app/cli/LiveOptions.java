package liveroom.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import liveroom.app.settings.Addresses;
import liveroom.app.settings.Range;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.text.Messages;
import liveroom.capture.source.SourceSpec;
import liveroom.transport.Lane;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// What can be said about a show on the command line. What is left out is as the settings have it.
final class LiveOptions {
    private final Messages messages = Messages.of("terminal");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--video",
            paramLabel = "SOURCE",
            converter = SourceConverter.class,
            description = "${bundle:live.video}")
    private @Nullable SourceSpec video;

    @Option(
            names = "--audio",
            paramLabel = "SOURCE",
            converter = SourceConverter.class,
            description = "${bundle:live.audio}")
    private @Nullable SourceSpec audio;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = PictureSize.Converter.class,
            description = "${bundle:live.size}")
    private @Nullable PictureSize size;

    @Option(names = "--fps", paramLabel = "N", description = "${bundle:live.fps}")
    private @Nullable Integer fps;

    @Option(names = "--bitrate", paramLabel = "KBPS", description = "${bundle:live.bitrate}")
    private @Nullable Integer bitrateKbps;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "${bundle:live.bind}")
    private @Nullable String bind;

    @Option(names = "--port", paramLabel = "PORT", description = "${bundle:live.port}")
    private @Nullable Integer port;

    @Option(names = "--record", paramLabel = "FILE", description = "${bundle:live.record}")
    private @Nullable Path recording;

    @Option(names = "--title", paramLabel = "TEXT", description = "${bundle:live.title}")
    private @Nullable String title;

    @Option(names = "--max-viewers", paramLabel = "N", description = "${bundle:live.maxViewers}")
    private @Nullable Integer maxViewers;

    @Option(names = "--max-per-address", paramLabel = "N", description = "${bundle:live.maxPerAddress}")
    private @Nullable Integer maxPerAddress;

    @Option(names = "--stun", paramLabel = "URL", description = "${bundle:live.stun}")
    private @Nullable List<String> stun;

    @Option(names = "--turn", paramLabel = "URL", description = "${bundle:live.turn}")
    private @Nullable List<String> turn;

    @Option(names = "--lane", paramLabel = "LANE", description = "${bundle:live.lane}")
    private @Nullable Lane lane;

    @Option(names = "--https-port", paramLabel = "PORT", description = "${bundle:live.httpsPort}")
    private @Nullable Integer httpsPort;

    @Option(names = "--certificate", paramLabel = "PEM", description = "${bundle:live.certificate}")
    private @Nullable Path certificate;

    @Option(names = "--certificate-key", paramLabel = "PEM", description = "${bundle:live.certificateKey}")
    private @Nullable Path certificateKey;

    @Option(names = "--public-url", paramLabel = "URL", description = "${bundle:live.publicUrl}")
    private @Nullable String publicUrl;

    @Option(names = "--show", paramLabel = "FILE", description = "${bundle:live.show}")
    private @Nullable Path show;

    @Option(names = "--scene", paramLabel = "NAME", description = "${bundle:live.scene}")
    private @Nullable String scene;

    @Option(names = "--brand", paramLabel = "KIT", description = "${bundle:live.brand}")
    private @Nullable String brand;

    /// How the show is to be dressed.
    DressOptions dress(StudioHome home) {
        return new DressOptions(
                Optional.of(show == null ? home.show() : show),
                Optional.ofNullable(scene),
                Optional.ofNullable(brand),
                home);
    }

    /// Where the show is to be recorded, if at all.
    Optional<Path> recording() {
        return Optional.ofNullable(recording);
    }

    /// Lays the options over the settings.
    ///
    /// @throws ParameterException with a sentence, if one cannot be used
    Settings over(Settings kept) {
        if (recording != null) {
            valid(recording.toString(), LiveOptions::isRecording, "option.record");
        }
        return kept.withInputs(inputs(kept.inputs()))
                .withPicture(picture(kept.picture()))
                .withNetwork(network(kept.network()))
                .withHttps(https(kept.https()))
                .withRoom(
                        title == null
                                ? kept.room()
                                : kept.room().withTitle(valid(title, RoomPass::isTitle, "option.title")));
    }

    private Settings.Inputs inputs(Settings.Inputs kept) {
        return new Settings.Inputs(
                video == null ? kept.video() : valid(video.text(), text -> !text.startsWith("mic"), "option.video"),
                audio == null ? kept.audio() : valid(audio.text(), LiveOptions::hasSound, "option.audio"),
                kept.gainDb());
    }

    private Settings.Picture picture(Settings.Picture kept) {
        return new Settings.Picture(
                size == null ? kept.width() : size.width(),
                size == null ? kept.height() : size.height(),
                within("--fps", fps, Range.FPS, kept.fps()),
                within("--bitrate", bitrateKbps, Range.BITRATE_KBPS, kept.bitrateKbps()));
    }

    private Settings.Network network(Settings.Network kept) {
        return new Settings.Network(
                bind == null ? kept.bind() : valid(bind, text -> !text.isBlank(), "option.bind"),
                within("--port", port, Range.PORT, kept.port()),
                within("--max-viewers", maxViewers, Range.VIEWERS, kept.maxViewers()),
                within("--max-per-address", maxPerAddress, Range.VIEWERS, kept.maxPerAddress()),
                stun == null ? kept.stun() : allValid(stun, Addresses::isStun, "option.stun"),
                turn == null ? kept.turn() : allValid(turn, Addresses::isTurn, "option.turn"),
                lane == null ? kept.lane() : lane,
                publicUrl == null ? kept.publicUrl() : valid(publicUrl, Addresses::isPublic, "option.publicUrl"));
    }

    private Settings.Https https(Settings.Https kept) {
        if ((certificate == null) != (certificateKey == null)) {
            throw unusable(messages.text("option.certificate"));
        }
        return new Settings.Https(
                within("--https-port", httpsPort, Range.PORT, kept.port()),
                kept.selfMade(),
                certificate == null ? kept.chain() : certificate.toString(),
                certificateKey == null ? kept.privateKey() : certificateKey.toString());
    }

    private int within(String option, @Nullable Integer value, Range range, int kept) {
        if (value == null) {
            return kept;
        }
        if (!range.contains(value)) {
            throw unusable(messages.text("option.range", option, range.toString(), value.toString()));
        }
        return value;
    }

    private List<String> allValid(List<String> values, Predicate<String> test, String complaint) {
        values.forEach(value -> valid(value, test, complaint));
        return values;
    }

    private String valid(String value, Predicate<String> test, String complaint) {
        if (!test.test(value)) {
            throw unusable(messages.text(complaint, value));
        }
        return value;
    }

    private ParameterException unusable(String sentence) {
        CommandLine line = command == null ? new CommandLine(this) : command.commandLine();
        return new ParameterException(line, sentence);
    }

    private static boolean isRecording(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".mkv") || name.endsWith(".mp4");
    }

    private static boolean hasSound(String source) {
        return !source.startsWith("camera") && !source.startsWith("screen");
    }

    /// Reads a source; the sentence about what is wrong with it is the source's own.
    private static final class SourceConverter implements ITypeConverter<SourceSpec> {
        @Override
        public SourceSpec convert(String text) {
            try {
                return SourceSpec.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
