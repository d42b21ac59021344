package dev.gossamer.telemetry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLException;

/**
 * One HTTP/2 connection (RFC 9113) that carries one stream at a time. Nobody reads between the
 * calls: what the server sent meanwhile (a ping, a GOAWAY) is taken up by the next one.
 */
final class Http2Session implements Session {

  private static final int SETTING_HEADER_TABLE_SIZE = 1;
  private static final int SETTING_ENABLE_PUSH = 2;
  private static final int SETTING_INITIAL_WINDOW_SIZE = 4;
  private static final int SETTING_MAX_FRAME_SIZE = 5;
  private static final int SETTING_MAX_HEADER_LIST_SIZE = 6;

  private static final int CANCEL = 8;
  private static final int MAX_BLOCK_BYTES = 32 * 1024;

  /** Frames without data of the call in question: a server that floods is left. */
  private static final int MAX_IDLE_FRAMES = 10_000;

  /** How much is received before the server is given that much again. */
  private static final int WINDOW_STEP = 16 * 1024;

  private final Connection connection;
  private final GrpcRequestWriter writer;
  private final Endpoint endpoint;
  private final long maxResponseBytes;
  private final Http2Frames frames;
  private final byte[] small = new byte[24];

  private boolean opened;
  private boolean settled;
  private boolean leaving;
  private int lastStream = -1;
  private GrpcCall call;

  private int peerMaxFrame = Http2Frames.DEFAULT_MAX_FRAME_BYTES;
  private int peerInitialWindow = 65535;
  private long connectionWindow = 65535;
  private long streamWindow;
  private int unreturnedConnection;
  private int unreturnedStream;
  private int idleFrames;

  Http2Session(
      Connection connection, GrpcRequestWriter writer, Endpoint endpoint, long maxResponseBytes) {
    this.connection = connection;
    this.writer = writer;
    this.endpoint = endpoint;
    this.maxResponseBytes = maxResponseBytes;
    this.frames = new Http2Frames(connection.in, connection.out, endpoint);
    this.call = new GrpcCall(endpoint, maxResponseBytes);
  }

  @Override
  public GrpcAnswer call(Payload payload, Deadline deadline) throws IOException {
    connection.setDeadline(deadline);
    call = new GrpcCall(endpoint, maxResponseBytes);
    idleFrames = 0;
    // From here on what still comes for an earlier stream is a stranger's.
    lastStream = lastStream < 0 ? 1 : lastStream + 2;
    streamWindow = peerInitialWindow;
    unreturnedStream = 0;
    try {
      open();
    } catch (InterruptedIOException | ProtocolException e) {
      throw e;
    } catch (IOException e) {
      awaitAnswerDespite(e);
    }
    while (frames.isPending()) {
      readFrame();
    }
    if (leaving) {
      throw new EOFException(endpoint + " is about to close the connection");
    }
    try {
      writer.write(payload, deadline, this);
      frames.flush();
    } catch (InterruptedIOException | ProtocolException e) {
      throw e;
    } catch (IOException e) {
      awaitAnswerDespite(e);
    }
    while (!call.isFinished()) {
      readFrame();
    }
    return call.answer();
  }

  @Override
  public boolean isAnswered() {
    return call.isAnswered();
  }

  @Override
  public boolean isReusable() {
    return !leaving && lastStream < Integer.MAX_VALUE - 2 && !connection.isPeerGone();
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Sends a header block, in as many frames as it takes. */
  void writeHeaders(byte[] block) throws IOException {
    int sent = 0;
    do {
      int count = Math.min(block.length - sent, peerMaxFrame);
      boolean last = sent + count == block.length;
      frames.write(
          sent == 0 ? Http2Frames.HEADERS : Http2Frames.CONTINUATION,
          last ? Http2Frames.FLAG_END_HEADERS : 0,
          lastStream,
          block,
          sent,
          count);
      sent += count;
    } while (sent < block.length);
  }

  /**
   * Sends data of the call as the windows allow, waiting for them where they are full. What remains
   * when the server has answered already is dropped.
   */
  void writeData(byte[] bytes, int length, boolean last) throws IOException {
    int sent = 0;
    while (!call.isFinished() && (sent < length || last)) {
      long window = Math.min(connectionWindow, streamWindow);
      if (window <= 0 && sent < length) {
        frames.flush();
        readFrame();
        continue;
      }
      int count = (int) Math.min(Math.min(length - sent, Math.max(0, window)), peerMaxFrame);
      boolean end = last && sent + count == length;
      frames.write(
          Http2Frames.DATA, end ? Http2Frames.FLAG_END_STREAM : 0, lastStream, bytes, sent, count);
      idleFrames = 0;
      connectionWindow -= count;
      streamWindow -= count;
      sent += count;
      if (end) {
        return;
      }
    }
    if (last && !call.isReset()) {
      Http2Frames.putInt(small, 0, CANCEL);
      frames.write(Http2Frames.RST_STREAM, 0, lastStream, small, 0, 4);
    }
  }

  private void open() throws IOException {
    if (opened) {
      return;
    }
    opened = true;
    frames.writePreface();
    int length = putSetting(0, SETTING_HEADER_TABLE_SIZE, 0);
    length = putSetting(length, SETTING_ENABLE_PUSH, 0);
    length = putSetting(length, SETTING_MAX_HEADER_LIST_SIZE, HpackDecoder.MAX_LIST_BYTES);
    frames.write(Http2Frames.SETTINGS, 0, 0, small, 0, length);
    frames.flush();
    // As grpc-java's client does. The windows of RFC 9113 hold until then, but Netty's server, when
    // it has read all that they let through and then makes them smaller, never enlarges them again.
    while (!settled) {
      readFrame();
    }
  }

  private int putSetting(int offset, int id, int value) {
    small[offset] = 0;
    small[offset + 1] = (byte) id;
    Http2Frames.putInt(small, offset + 2, value);
    return offset + 6;
  }

  /**
   * A server may answer and close before it has read everything: that answer counts, and so does
   * what TLS says in farewell, of a certificate perhaps.
   */
  private void awaitAnswerDespite(IOException writeFailure) throws IOException {
    leaving = true;
    try {
      while (!call.isFinished()) {
        readFrame();
      }
    } catch (ProtocolException | SSLException e) {
      e.addSuppressed(writeFailure);
      throw e;
    } catch (IOException e) {
      writeFailure.addSuppressed(e);
      throw writeFailure;
    }
  }

  private void readFrame() throws IOException {
    frames.read();
    boolean ours = frames.stream == lastStream && !call.isFinished();
    if (frames.type != Http2Frames.DATA || frames.length == 0) {
      if (++idleFrames > MAX_IDLE_FRAMES) {
        throw broken("floods the connection with frames");
      }
    }
    switch (frames.type) {
      case Http2Frames.DATA:
        onData(ours);
        break;
      case Http2Frames.HEADERS:
        onHeaders(ours);
        break;
      case Http2Frames.RST_STREAM:
        requireLength(4);
        if (ours) {
          call.onReset(Http2Frames.int32(frames.payload, 0));
        }
        break;
      case Http2Frames.SETTINGS:
        onSettings();
        break;
      case Http2Frames.PING:
        requireLength(8);
        if (!frames.hasFlag(Http2Frames.FLAG_ACK)) {
          frames.write(Http2Frames.PING, Http2Frames.FLAG_ACK, 0, frames.payload, 0, 8);
          frames.flush();
        }
        break;
      case Http2Frames.GOAWAY:
        onGoAway();
        break;
      case Http2Frames.WINDOW_UPDATE:
        requireLength(4);
        onWindowUpdate(Http2Frames.int31(frames.payload, 0));
        break;
      case Http2Frames.PUSH_PROMISE:
        throw broken("pushes, though told not to");
      case Http2Frames.CONTINUATION:
        throw broken("continues headers that are complete");
      default:
        // RFC 9113, 5.5: unknown types are passed over; PRIORITY is as good as unknown.
    }
  }

  private void onData(boolean ours) throws IOException {
    if (frames.stream == 0) {
      throw broken("sends data outside of a stream");
    }
    boolean end = frames.hasFlag(Http2Frames.FLAG_END_STREAM);
    int start = unpaddedStart();
    int count = unpaddedEnd() - start;
    if (ours) {
      call.onData(frames.payload, start, count, end);
    }
    unreturnedConnection = giveBack(0, unreturnedConnection + frames.length);
    if (ours && !end) {
      unreturnedStream = giveBack(lastStream, unreturnedStream + frames.length);
    }
  }

  /** Padding counts for the windows too. */
  private int giveBack(int stream, int count) throws IOException {
    if (count < WINDOW_STEP) {
      return count;
    }
    Http2Frames.putInt(small, 0, count);
    frames.write(Http2Frames.WINDOW_UPDATE, 0, stream, small, 0, 4);
    frames.flush();
    return 0;
  }

  private void onHeaders(boolean ours) throws IOException {
    boolean end = frames.hasFlag(Http2Frames.FLAG_END_STREAM);
    int stream = frames.stream;
    int start = unpaddedStart() + (frames.hasFlag(Http2Frames.FLAG_PRIORITY) ? 5 : 0);
    int stop = unpaddedEnd();
    if (stream == 0 || start > stop) {
      throw broken("sends malformed headers");
    }
    byte[] block = Arrays.copyOfRange(frames.payload, start, stop);
    while (!frames.hasFlag(Http2Frames.FLAG_END_HEADERS)) {
      frames.read();
      if (frames.type != Http2Frames.CONTINUATION
          || frames.stream != stream
          || ++idleFrames > MAX_IDLE_FRAMES) {
        throw broken("interrupts its headers");
      }
      int length = block.length;
      if (length + frames.length > MAX_BLOCK_BYTES) {
        throw broken("sends more than " + MAX_BLOCK_BYTES + " bytes of headers");
      }
      block = Arrays.copyOf(block, length + frames.length);
      System.arraycopy(frames.payload, 0, block, length, frames.length);
    }
    if (ours) {
      HpackDecoder.decode(block, block.length, call);
      call.onHeaders(end);
    }
  }

  private int unpaddedStart() {
    return frames.hasFlag(Http2Frames.FLAG_PADDED) ? 1 : 0;
  }

  private int unpaddedEnd() throws IOException {
    if (!frames.hasFlag(Http2Frames.FLAG_PADDED)) {
      return frames.length;
    }
    int end = frames.length - (frames.length == 0 ? 0 : frames.payload[0] & 0xff);
    if (frames.length == 0 || end < 1) {
      throw broken("pads a frame beyond its end");
    }
    return end;
  }

  private void onSettings() throws IOException {
    if (frames.hasFlag(Http2Frames.FLAG_ACK)) {
      return;
    }
    if (frames.length % 6 != 0) {
      throw broken("sends malformed settings");
    }
    for (int i = 0; i < frames.length; i += 6) {
      int id = (frames.payload[i] & 0xff) << 8 | frames.payload[i + 1] & 0xff;
      int value = Http2Frames.int32(frames.payload, i + 2);
      if (id == SETTING_INITIAL_WINDOW_SIZE) {
        if (value < 0) {
          throw broken("sets an impossible window");
        }
        // Applies to the open stream too, whose window may become negative.
        streamWindow += value - (long) peerInitialWindow;
        peerInitialWindow = value;
      } else if (id == SETTING_MAX_FRAME_SIZE) {
        if (value < Http2Frames.DEFAULT_MAX_FRAME_BYTES || value > 0xffffff) {
          throw broken("sets an impossible frame size");
        }
        peerMaxFrame = value;
      }
    }
    settled = true;
    frames.write(Http2Frames.SETTINGS, Http2Frames.FLAG_ACK, 0, small, 0, 0);
    frames.flush();
  }

  private void onWindowUpdate(int increment) throws IOException {
    if (increment == 0) {
      throw broken("enlarges a window by nothing");
    }
    if (frames.stream == 0) {
      connectionWindow += increment;
    } else if (frames.stream == lastStream) {
      streamWindow += increment;
    }
    if (Math.max(connectionWindow, streamWindow) > Integer.MAX_VALUE) {
      throw broken("enlarges a window beyond all bounds");
    }
  }

  private void onGoAway() throws IOException {
    if (frames.length < 8) {
      throw broken("says an incomplete good-bye");
    }
    leaving = true;
    int lastTaken = Http2Frames.int31(frames.payload, 0);
    if (lastStream > lastTaken && !call.isFinished()) {
      String words =
          new String(
              frames.payload, 8, Math.min(frames.length - 8, 200), StandardCharsets.US_ASCII);
      throw new EOFException(
          endpoint
              + " closes the connection before it took the request, HTTP/2 error code "
              + Http2Frames.int32(frames.payload, 4)
              + (words.isEmpty() ? "" : ": " + words));
    }
  }

  private void requireLength(int expected) throws IOException {
    if (frames.length != expected) {
      throw broken("sends a frame of the wrong length");
    }
  }

  private ProtocolException broken(String what) {
    return new ProtocolException(endpoint + " breaks HTTP/2: it " + what);
  }
}
