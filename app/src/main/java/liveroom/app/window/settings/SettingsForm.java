package liveroom.app.window.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import liveroom.app.settings.Addresses;
import liveroom.app.settings.Range;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.window.kit.Words;
import liveroom.capture.media.VideoFormat;

/// The settings while the host edits them: text as typed, and what is wrong with it.
///
/// Confined to the JavaFX thread.
public final class SettingsForm {
    /// Sizes to choose from.
    public static final List<VideoFormat> SIZES = List.of(
            new VideoFormat(640, 360),
            new VideoFormat(960, 540),
            new VideoFormat(1280, 720),
            new VideoFormat(1600, 900),
            new VideoFormat(1920, 1080));

    public static final List<Integer> RATES = List.of(24, 25, 30, 50, 60);

    private final Settings before;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ObservableMap<Field, String> problems = FXCollections.observableMap(new EnumMap<>(Field.class));
    private final ObjectProperty<Settings.Theme> theme;
    private final ObjectProperty<VideoFormat> size;
    private final ObjectProperty<Integer> fps;

    public SettingsForm(Settings before) {
        this.before = before;
        Settings.Network network = before.network();
        for (Field field : Field.values()) {
            texts.put(
                    field,
                    new SimpleStringProperty(
                            switch (field) {
                                case TITLE -> before.room().title();
                                case BITRATE ->
                                    Integer.toString(before.picture().bitrateKbps());
                                case RECORDINGS -> before.recordings().toString();
                                case PORT -> Integer.toString(network.port());
                                case VIEWERS -> Integer.toString(network.maxViewers());
                                case PER_ADDRESS -> Integer.toString(network.maxPerAddress());
                                case STUN -> String.join(" ", network.stun());
                                case TURN -> String.join(" ", network.turn());
                            }));
        }
        theme = new SimpleObjectProperty<>(before.look().theme());
        size = new SimpleObjectProperty<>(
                new VideoFormat(before.picture().width(), before.picture().height()));
        fps = new SimpleObjectProperty<>(before.picture().fps());
    }

    /// Checks every field; afterwards [#problems()] says what is wrong.
    public boolean check() {
        problems.clear();
        if (!RoomPass.isTitle(text(Field.TITLE).strip())) {
            problem(Field.TITLE, RoomPass.MAX_TITLE_LENGTH);
        }
        checkNumber(Field.BITRATE, Range.BITRATE_KBPS);
        checkNumber(Field.PORT, Range.PORT);
        checkNumber(Field.VIEWERS, Range.VIEWERS);
        checkNumber(Field.PER_ADDRESS, Range.VIEWERS);
        if (!isFolder(text(Field.RECORDINGS))) {
            problem(Field.RECORDINGS);
        }
        checkAddresses(Field.STUN, Addresses::isStun);
        checkAddresses(Field.TURN, Addresses::isTurn);
        return problems.isEmpty();
    }

    /// The settings as they now are, on top of what may have changed meanwhile.
    ///
    /// @throws IllegalStateException if [#check()] finds a problem
    public Settings apply(Settings current) {
        if (!check()) {
            throw new IllegalStateException("the form has problems");
        }
        return current.withRoom(current.room().withTitle(text(Field.TITLE).strip()))
                .withPicture(
                        new Settings.Picture(size.get().width(), size.get().height(), fps.get(), number(Field.BITRATE)))
                .withRecordings(Path.of(text(Field.RECORDINGS).strip()))
                .withNetwork(current.network()
                        .withPort(number(Field.PORT))
                        .withMaxViewers(number(Field.VIEWERS))
                        .withMaxPerAddress(number(Field.PER_ADDRESS))
                        .withStun(addresses(Field.STUN))
                        .withTurn(addresses(Field.TURN)))
                .withLook(current.look().withTheme(theme.get()));
    }

    /// Whether something was changed that only a restart brings about.
    public boolean needsRestart() {
        Settings after = apply(before);
        return !after.picture().equals(before.picture())
                || !after.network().equals(before.network())
                || !after.room().title().equals(before.room().title());
    }

    private void checkNumber(Field field, Range range) {
        if (parse(text(field)).stream().noneMatch(range::contains)) {
            problem(field, range.lowest(), range.highest());
        }
    }

    private void checkAddresses(Field field, Predicate<String> valid) {
        if (!addresses(field).stream().allMatch(valid)) {
            problem(field);
        }
    }

    private void problem(Field field, Object... arguments) {
        problems.put(field, Words.of("settings.problem." + field.name(), arguments));
    }

    private List<String> addresses(Field field) {
        return Arrays.stream(text(field).split("[\\s,]+"))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private int number(Field field) {
        return parse(text(field)).orElseThrow();
    }

    private static OptionalInt parse(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    private static boolean isFolder(String text) {
        try {
            return Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private String text(Field field) {
        return field(field).get();
    }

    public StringProperty field(Field field) {
        StringProperty property = texts.get(field);
        if (property == null) {
            throw new IllegalStateException(field.name());
        }
        return property;
    }

    public ObservableMap<Field, String> problems() {
        return problems;
    }

    public ObjectProperty<Settings.Theme> theme() {
        return theme;
    }

    public ObjectProperty<VideoFormat> size() {
        return size;
    }

    public ObjectProperty<Integer> fps() {
        return fps;
    }

    /// What is typed.
    public enum Field {
        TITLE,
        BITRATE,
        RECORDINGS,
        PORT,
        VIEWERS,
        PER_ADDRESS,
        STUN,
        TURN
    }
}
