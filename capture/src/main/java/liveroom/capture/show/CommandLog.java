package liveroom.capture.show;

import org.slf4j.Logger;

/// Writes down who did what to a show: the command and the identifiers in it, never what people
/// have written.
///
/// @param log takes one line for each command, at INFO
record CommandLog(Logger log) {
    private static final int MAX_CHARACTERS = 100;

    void done(String who, ShowCommand command) {
        if (command instanceof ShowCommand.All all) {
            all.commands().forEach(each -> done(who, each));
            return;
        }
        String kind = JsonForm.name(command.getClass().getSimpleName());
        String named = named(command);
        log.info("{}: {}", plain(who), named.isEmpty() ? kind : kind + " " + plain(named));
    }

    private static String named(ShowCommand command) {
        return switch (command) {
            case ShowCommand.All _,
                    ShowCommand.RenameShow _,
                    ShowCommand.SetBrand _,
                    ShowCommand.SetRundown _,
                    ShowCommand.PutComment _,
                    ShowCommand.Next _,
                    ShowCommand.Undo _,
                    ShowCommand.Redo _ -> "";
            case ShowCommand.AddScene it -> it.scene().id();
            case ShowCommand.RenameScene it -> it.sceneId();
            case ShowCommand.MoveScene it -> it.sceneId();
            case ShowCommand.RemoveScene it -> it.sceneId();
            case ShowCommand.AddLayer it -> it.sceneId() + "/" + it.layer().id();
            case ShowCommand.ReplaceLayer it -> it.sceneId() + "/" + it.layer().id();
            case ShowCommand.ReplaceLayers it ->
                it.sceneId() + ", " + it.layers().size() + " layers";
            case ShowCommand.MoveLayer it -> it.sceneId() + "/" + it.layerId();
            case ShowCommand.RemoveLayer it -> it.sceneId() + "/" + it.layerId();
            case ShowCommand.ApplyLayout it ->
                it.sceneId() + ", " + JsonForm.name(it.layout().name());
            case ShowCommand.Reveal it -> it.sceneId() + "/" + it.layerId() + (it.shown() ? ", shown" : ", hidden");
            case ShowCommand.StartCountdown it ->
                it.sceneId() + "/" + it.layerId() + (it.seconds() == 0 ? "" : ", " + it.seconds() + " s");
            case ShowCommand.Preview it -> it.sceneId();
            case ShowCommand.Take it -> JsonForm.name(it.transition().kind().name());
            case ShowCommand.SkipTo it -> it.cueId();
        };
    }

    /// A name comes from outside: it must not write lines of its own.
    private static String plain(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() > MAX_CHARACTERS ? line.substring(0, MAX_CHARACTERS) + "…" : line;
    }
}
