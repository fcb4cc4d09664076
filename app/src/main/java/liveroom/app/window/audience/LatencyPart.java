package liveroom.app.window.audience;

import java.util.Locale;
import java.util.OptionalDouble;
import liveroom.app.studio.LatencyParts;
import liveroom.app.window.kit.Words;

/// The stretches of the way from the camera to the viewer's screen, in their order.
enum LatencyPart {
    CAPTURE,
    COMPOSE,
    ENCODE,
    NETWORK,
    BUFFER,
    RENDER;

    OptionalDouble ms(LatencyParts parts) {
        return switch (this) {
            case CAPTURE -> parts.capture();
            case COMPOSE -> parts.compose();
            case ENCODE -> parts.encode();
            case NETWORK -> parts.network();
            case BUFFER -> parts.buffer();
            case RENDER -> parts.render();
        };
    }

    String words() {
        return Words.of("viewers.part." + name());
    }

    String hint() {
        return Words.of("viewers.part." + name() + ".hint");
    }

    String style() {
        return "latency-" + name().toLowerCase(Locale.ROOT);
    }
}
