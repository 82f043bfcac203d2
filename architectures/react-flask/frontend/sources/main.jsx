import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.jsx";
import { askGreeting } from "./greeting.js";
import "./main.css";

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <App ask={(name) => askGreeting(name, fetch)} />
  </StrictMode>,
);
