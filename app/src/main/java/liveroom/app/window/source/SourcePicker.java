package liveroom.app.window.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.app.window.source.SourceModel.Devices;
import liveroom.capture.source.SourceSpec;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A menu of sources, with what is wrong with the chosen one under it. Its devices are listed each time it opens.
public final class SourcePicker extends VBox {
    private final SourceModel model;
    private final Supplier<@Nullable Path> fileDialog;
    private final MenuButton button = new MenuButton();
    private final Label problem = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);

    /// A picker for one model.
    ///
    /// @param fileDialog asks the host for a file; `null` if there is none after all
    public SourcePicker(SourceModel model, Supplier<@Nullable Path> fileDialog) {
        this.model = model;
        this.fileDialog = fileDialog;
        boolean picture = model.kind() == SourceModel.Kind.PICTURE;
        getStyleClass().add("room-source-picker");
        setAlignment(Pos.TOP_LEFT);
        button.setId(picture ? "video-source" : "audio-source");
        button.getStyleClass().add(Style.PICKER);
        button.setGraphic(Controls.icon(picture ? Feather.VIDEO : Feather.MIC));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMnemonicParsing(false);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setOnShowing(_ -> model.look());
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinWidth(0);
        getChildren().addAll(button, problem);
        model.chosen().subscribe(this::showChosen);
        model.devices().subscribe(this::fill);
        model.reading().subscribe(this::showReading);
    }

    private void showChosen(SourceSpec source) {
        button.setText(model.name(source));
        Controls.picture(button, icon(source));
        button.setAccessibleText(spoken(source));
        showHint();
    }

    private String spoken(SourceSpec source) {
        boolean picture = model.kind() == SourceModel.Kind.PICTURE;
        return Words.of(picture ? "source.video" : "source.audio", model.name(source));
    }

    /// What is wrong with the source, in our words and in the system's; else its name.
    private void showHint() {
        SourceModel.Reading reading = model.reading().get();
        Controls.hint(
                button,
                reading.verdict() == Verdict.ERROR
                        ? (reading.problem() + "\n" + reading.detail()).strip()
                        : spoken(model.chosen().get()));
    }

    private Feather icon(SourceSpec source) {
        return switch (source) {
            case SourceSpec.Camera _ -> Feather.VIDEO;
            case SourceSpec.Microphone _ -> Feather.MIC;
            case SourceSpec.Screen _ -> Feather.MONITOR;
            case SourceSpec.MediaFile _ -> Feather.FILM;
            case SourceSpec.Test _ -> Feather.ACTIVITY;
            case SourceSpec.None _ -> model.kind() == SourceModel.Kind.PICTURE ? Feather.VIDEO_OFF : Feather.MIC_OFF;
        };
    }

    private void showReading(SourceModel.Reading reading) {
        problem.setText(reading.problem());
        Controls.present(problem, !reading.problem().isEmpty());
        States.show(button, reading.verdict());
        States.show(problem, reading.verdict());
        showHint();
    }

    private void fill(Devices devices) {
        List<MenuItem> items = new ArrayList<>();
        switch (devices) {
            case Devices.Looking _ -> items.add(note(Words.of("source.looking")));
            case Devices.Found found -> {
                boolean picture = model.kind() == SourceModel.Kind.PICTURE;
                group(items, picture ? "source.cameras" : "source.microphones", found.first());
                if (found.first().isEmpty()) {
                    items.add(note(Words.of(picture ? "source.noCamera" : "source.noMicrophone")));
                }
                if (!found.screens().isEmpty()) {
                    group(items, "source.screens", found.screens());
                }
                showChosen(model.chosen().get());
            }
        }
        items.add(new SeparatorMenuItem());
        MenuItem file = new MenuItem(Words.of("source.file"), Controls.icon(Feather.FOLDER));
        file.setOnAction(_ -> {
            Path path = fileDialog.get();
            if (path != null) {
                model.chooseFile(path);
            }
        });
        items.add(file);
        items.add(choice(new SourceChoice(new SourceSpec.Test(), model.name(new SourceSpec.Test()))));
        items.add(choice(new SourceChoice(new SourceSpec.None(), model.name(new SourceSpec.None()))));
        button.getItems().setAll(items);
    }

    private void group(List<MenuItem> items, String key, List<SourceChoice> choices) {
        items.add(heading(Words.of(key)));
        choices.forEach(choice -> items.add(choice(choice)));
    }

    private MenuItem choice(SourceChoice choice) {
        RadioMenuItem item = new RadioMenuItem(choice.label());
        item.setMnemonicParsing(false);
        item.setSelected(choice.source().equals(model.chosen().get()));
        item.setOnAction(_ -> model.choose(choice.source()));
        return item;
    }

    private static MenuItem heading(String words) {
        CustomMenuItem item = new CustomMenuItem(Controls.label(words, Style.LABEL), false);
        item.setDisable(true);
        item.getStyleClass().add("room-menu-heading");
        return item;
    }

    private static MenuItem note(String words) {
        MenuItem item = new MenuItem(words);
        item.setDisable(true);
        return item;
    }
}
