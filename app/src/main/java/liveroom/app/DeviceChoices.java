package liveroom.app;

import java.util.List;
import liveroom.app.window.source.SourceChoice;
import liveroom.app.window.source.SourceChoices;
import liveroom.capture.source.Device;
import liveroom.capture.source.Devices;

/// What the window offers: the devices of this machine, as they are when it asks.
final class DeviceChoices implements SourceChoices {
    @Override
    public List<SourceChoice> cameras() {
        return choices(Devices.list().cameras());
    }

    @Override
    public List<SourceChoice> screens() {
        return choices(Devices.list().screens());
    }

    @Override
    public List<SourceChoice> microphones() {
        return choices(Devices.list().microphones());
    }

    private static List<SourceChoice> choices(List<Device> devices) {
        return devices.stream()
                .map(device -> new SourceChoice(device.spec(), device.humanName()))
                .toList();
    }
}
