package liveroom.transport.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.Layout;
import liveroom.capture.show.ShowCommand;

/// Keeps files and devices of the host's computer the host's affair: a producer uses those that are in
/// the show already, and brings no further ones in. Whoever has the producers' key could else put any
/// file or the screen on air.
final class HostsOwn {
    private static final Set<String> HARMLESS = Set.of("", Content.Source.MAIN, "test", "none");
    private static final String OF_THE_KIT = "kit:";
    private static final String SCREEN = "screen";

    private HostsOwn() {}

    /// Why a producer may not do it, in a sentence; empty if a producer may.
    ///
    /// @param kits that can be chosen by name
    static Optional<String> refusal(ShowCommand command, Show show, List<String> kits) {
        return switch (command) {
            case ShowCommand.All all ->
                all.commands().stream()
                        .flatMap(each -> refusal(each, show, kits).stream())
                        .findFirst();
            case ShowCommand.Single single -> refusal(single, show, kits);
            case ShowCommand.Undo _, ShowCommand.Redo _ -> Optional.empty();
        };
    }

    private static Optional<String> refusal(ShowCommand.Single command, Show show, List<String> kits) {
        if (command instanceof ShowCommand.SetBrand(String brand)
                && !kits.contains(brand)
                && !brand.equals(show.brand())) {
            return Optional.of("Producers choose one of the studio's brand kits; the host brings others in.");
        }
        Set<String> known = show.scenes().stream().flatMap(HostsOwn::of).collect(Collectors.toSet());
        boolean capturesScreen = command instanceof ShowCommand.ApplyLayout(String _, Layout layout)
                && layout == Layout.SCREEN_WITH_SPEAKER
                && known.stream().noneMatch(HostsOwn::isScreen);
        boolean bringsIn = broughtBy(command)
                .anyMatch(used -> !HARMLESS.contains(used) && !used.startsWith(OF_THE_KIT) && !known.contains(used));
        return capturesScreen || bringsIn
                ? Optional.of("Only the host brings files, cameras and screens into the show.")
                : Optional.empty();
    }

    private static boolean isScreen(String source) {
        return source.toLowerCase(Locale.ROOT).startsWith(SCREEN);
    }

    private static Stream<String> broughtBy(ShowCommand.Single command) {
        return switch (command) {
            case ShowCommand.AddScene it -> of(it.scene());
            case ShowCommand.AddLayer it -> of(it.layer());
            case ShowCommand.ReplaceLayer it -> of(it.layer());
            case ShowCommand.ReplaceLayers it -> it.layers().stream().flatMap(HostsOwn::of);
            case ShowCommand.RenameShow _,
                    ShowCommand.SetBrand _,
                    ShowCommand.RenameScene _,
                    ShowCommand.MoveScene _,
                    ShowCommand.RemoveScene _,
                    ShowCommand.MoveLayer _,
                    ShowCommand.RemoveLayer _,
                    ShowCommand.ApplyLayout _,
                    ShowCommand.SetRundown _,
                    ShowCommand.Reveal _,
                    ShowCommand.PutComment _,
                    ShowCommand.StartCountdown _,
                    ShowCommand.Live _ -> Stream.empty();
        };
    }

    private static Stream<String> of(Scene scene) {
        return scene.layers().stream().flatMap(HostsOwn::of);
    }

    private static Stream<String> of(Layer layer) {
        return switch (layer.content()) {
            case Content.Source it -> Stream.of(it.source());
            case Content.Image it -> Stream.of(it.path());
            case Content.Product it -> Stream.of(it.picture());
            case Content.Background it -> Stream.of(it.path());
            case Content.Text _,
                    Content.LowerThird _,
                    Content.Ticker _,
                    Content.Clock _,
                    Content.Countdown _,
                    Content.Comment _,
                    Content.Shape _,
                    Content.Slate _ -> Stream.empty();
        };
    }
}
