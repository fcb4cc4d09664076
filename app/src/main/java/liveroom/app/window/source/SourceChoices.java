package liveroom.app.window.source;

import java.util.List;

/// Lists the devices of this machine. May take a second; called off the JavaFX thread.
public interface SourceChoices {
    List<SourceChoice> cameras();

    List<SourceChoice> screens();

    List<SourceChoice> microphones();
}
