package liveroom.app.window.source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Wish;
import liveroom.app.window.kit.Words;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the picture, or the sound, comes from: what is chosen, how it fares, what else there is.
///
/// Confined to the JavaFX thread, but for the listing of devices.
public final class SourceModel {
    private static final Logger LOG = LoggerFactory.getLogger(SourceModel.class);
    private static final Reading OPENING = new Reading(Words.of("source.opening"), Verdict.NEUTRAL, "");

    private final Kind kind;
    private final Supplier<DeviceList> machine;
    private final Threads threads;
    private final Consumer<SourceSpec> select;
    private final Wish<SourceSpec> chosen;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.NOTHING);
    private final ReadOnlyObjectWrapper<Devices> devices = new ReadOnlyObjectWrapper<>(new Devices.Looking());

    /// Begins with no source, until the studio reports one.
    ///
    /// @param machine lists the devices of this machine; may take a second
    /// @param select what the studio does with the host's choice
    /// @param threads where devices are listed, and where the list is shown
    public SourceModel(
            Kind kind, Supplier<DeviceList> machine, Consumer<SourceSpec> select, Threads threads, LongSupplier clock) {
        this.kind = kind;
        this.machine = machine;
        this.select = select;
        this.threads = threads;
        this.chosen = new Wish<>(new SourceSpec.None(), clock);
    }

    public void read(Input input) {
        chosen.report(input.spec());
        reading.set(input.spec().equals(chosen.get()) ? reading(input.status()) : OPENING);
    }

    private static Reading reading(SourceStatus status) {
        return switch (status) {
            case SourceStatus.Opening _ -> OPENING;
            case SourceStatus.Running _ -> new Reading("", Verdict.GOOD, "");
            case SourceStatus.Failed failed ->
                new Reading(Words.of("source.problem." + failed.code().name()), Verdict.ERROR, failed.detail());
            case SourceStatus.Closed _ -> Reading.NOTHING;
        };
    }

    public void choose(SourceSpec source) {
        chosen.set(source);
        select.accept(source);
    }

    public void chooseFile(Path file) {
        choose(new SourceSpec.MediaFile(file.toAbsolutePath()));
    }

    /// Lists the devices anew, in the background.
    public void look() {
        devices.set(new Devices.Looking());
        threads.background().execute(() -> {
            Devices found = list();
            threads.fxThread().execute(() -> devices.set(found));
        });
    }

    private Devices list() {
        try {
            DeviceList found = machine.get();
            return kind == Kind.PICTURE
                    ? new Devices.Found(choices(found.cameras()), choices(found.screens()))
                    : new Devices.Found(choices(found.microphones()), List.of());
        } catch (RuntimeException e) {
            LOG.warn("The devices could not be listed", e);
            return new Devices.Found(List.of(), List.of());
        }
    }

    private static List<SourceChoice> choices(List<Device> devices) {
        return devices.stream()
                .map(device -> new SourceChoice(device.spec(), device.humanName()))
                .toList();
    }

    public Kind kind() {
        return kind;
    }

    public ReadOnlyObjectProperty<SourceSpec> chosen() {
        return chosen.property();
    }

    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Devices> devices() {
        return devices.getReadOnlyProperty();
    }

    /// What a source is called; the device's own name where it has one.
    public String name(SourceSpec source) {
        Function<String, String> word = key -> Words.of("source." + (kind == Kind.PICTURE ? "video." : "audio.") + key);
        return switch (source) {
            case SourceSpec.Camera camera ->
                camera.name().isEmpty() ? word.apply("default") : label(source, camera.name());
            case SourceSpec.Microphone microphone ->
                microphone.name().isEmpty() ? word.apply("default") : label(source, microphone.name());
            case SourceSpec.Screen screen ->
                screen.which().isEmpty() ? Words.of("source.screen") : label(source, screen.which());
            case SourceSpec.MediaFile file -> {
                Path name = file.path().getFileName();
                yield name == null ? file.path().toString() : name.toString();
            }
            case SourceSpec.Test _ -> word.apply("test");
            case SourceSpec.None _ -> word.apply("none");
        };
    }

    private String label(SourceSpec source, String name) {
        if (devices.get() instanceof Devices.Found found) {
            for (List<SourceChoice> list : List.of(found.first(), found.screens())) {
                for (SourceChoice choice : list) {
                    if (choice.source().equals(source)) {
                        return choice.label();
                    }
                }
            }
        }
        return name;
    }

    /// How the chosen source fares.
    ///
    /// @param problem what is wrong with it, or that it is being opened; empty when all is well
    /// @param detail the system's own words about the problem, or empty
    public record Reading(String problem, Verdict verdict, String detail) {
        static final Reading NOTHING = new Reading("", Verdict.NEUTRAL, "");
    }

    /// Picture or sound.
    public enum Kind {
        PICTURE,
        SOUND
    }

    /// What is known of the machine's devices.
    public sealed interface Devices {
        record Looking() implements Devices {}

        /// What was found.
        ///
        /// @param first cameras, or microphones
        record Found(List<SourceChoice> first, List<SourceChoice> screens) implements Devices {}
    }
}
