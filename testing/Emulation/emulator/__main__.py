"""Runs moto, a local AWS, on a free port, and closes the gaps that make the Terraform provider fail.

Prints one line of JSON when it answers, {"endpoint": "http://127.0.0.1:40123"}. Ends when its standard input is closed,
so it ends with the process that has started it, also after a crash.
"""

import json
import os
import sys
import threading

LOWEST = (5, 2, 1)


def require_fitting_moto():
    try:
        from moto import __version__
    except ImportError as error:
        sys.exit(f"moto can't be loaded: {error}")
    version = tuple(int(part) for part in __version__.split(".")[:3] if part.isdigit())
    if version[:2] != LOWEST[:2] or version < LOWEST:
        sys.exit(f"moto {__version__} does not fit: the gaps closed here are those of 5.2, from 5.2.1 on")


def end_with_standard_input():
    def wait():
        sys.stdin.read()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def serve():
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    from gaps import close_all, with_what_moto_lacks

    class Quiet(WSGIRequestHandler):
        def log_request(self, *_args):
            pass

    close_all()
    application = with_what_moto_lacks(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Quiet)
    os.environ["MOTO_PORT"] = str(server.port)
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.port}"}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    require_fitting_moto()
    if "--check" not in sys.argv:
        end_with_standard_input()
        serve()
