package liveroom.app.window;

import java.util.List;
import java.util.function.Supplier;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import liveroom.capture.source.SourceSpec;

/// A machine with one of each device.
public final class FakeDevices implements Supplier<DeviceList> {
    @Override
    public DeviceList get() {
        return new DeviceList(List.of(
                new Device(new SourceSpec.Camera("/dev/video0"), "Studio camera", Device.Kind.CAMERA),
                new Device(new SourceSpec.Screen(":0"), "Screen 1", Device.Kind.SCREEN),
                new Device(new SourceSpec.Microphone("desk"), "Desk microphone", Device.Kind.MICROPHONE)));
    }
}
