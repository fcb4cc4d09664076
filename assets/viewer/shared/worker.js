import { Receiver } from './receiver.js';
// All that the receiver needs, so that it is fetched side by side and not one after another.
import './arrivals.js';
import './avc.js';
import './delay.js';
import './figures.js';
import './order.js';
import './output.js';
import './outputs.js';
import './parts.js';
import './pictures.js';
import './reception.js';
import './rtp.js';
import './schedule.js';
import './screen.js';
import './sounds.js';
import './timeline.js';

const receiver = new Receiver((message) => postMessage(message));
onmessage = ({ data }) => receiver.take(data);
postMessage({ ready: true });
