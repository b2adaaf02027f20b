"""Connections that another thread may end: a host that drips its answer would hold a thread and a socket for ever."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.request
from contextlib import suppress
from functools import cache


class Line:
    """The connections of one question. After `hang_up` none of them waits any longer, and none is opened."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._ended = False

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """Return what opens addresses over this line."""
        return _Http(self), _Https(self)

    def hold(self, connection: socket.socket) -> None:
        """Keep a handle of a connection: TLS takes the connection itself over."""
        with self._lock:
            self._open.append(connection.dup())
        if self._ended:
            self.hang_up()

    def hang_up(self) -> None:
        """End every connection, whatever it waits for."""
        with self._lock:
            self._ended = True
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
                connection.close()
            self._open.clear()


@cache
def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


class _PlainConnection(http.client.HTTPConnection):
    line: Line

    def connect(self) -> None:
        super().connect()
        self.line.hold(self.sock)


class _SecureConnection(http.client.HTTPSConnection):
    line: Line

    def connect(self) -> None:
        # As the library does, in two steps: between them the connection is plain, and can be held.
        http.client.HTTPConnection.connect(self)
        self.line.hold(self.sock)
        name = getattr(self, "_tunnel_host", None) or self.host
        self.sock = _trust().wrap_socket(self.sock, server_hostname=name)


class _Http(urllib.request.HTTPHandler):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.connection = type("Plain", (_PlainConnection,), {"line": line})

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self.connection, request)  # type: ignore[arg-type]  # a class made here


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.connection = type("Secure", (_SecureConnection,), {"line": line})

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self.connection, request)  # type: ignore[arg-type]  # a class made here
