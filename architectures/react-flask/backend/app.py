"""The API of react-flask. nginx hands it whatever begins with /api/."""

import os
import socket

from flask import Flask, jsonify, request

from greeting import greeting

app = Flask(__name__)


@app.get("/api/health")
def health():
    return jsonify(status="ok")


@app.get("/api/greeting")
def greet():
    try:
        said = greeting(request.args.get("name", ""))
    except ValueError as problem:
        return jsonify(problem=str(problem)), 400
    return jsonify(greeting=said, server=socket.gethostname(), worker=os.getpid())


@app.errorhandler(404)
def not_found(_):
    return jsonify(problem=f"There is nothing at {request.path}."), 404
