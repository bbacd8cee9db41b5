// SPDX-License-Identifier: Apache-2.0

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Field green: the colour of the mark, of links and of money that has reached its shop. */
const field: MantineColorsTuple = [
  "#eef6f2",
  "#dbebe3",
  "#b5d6c6",
  "#8abfa7",
  "#63a98b",
  "#459375",
  "#2e7c60",
  "#1f674e",
  "#16513d",
  "#0d3b2c",
];

/** Grain: the warm counterpart; approved money that waits for its household. */
const grain: MantineColorsTuple = [
  "#fcf5e6",
  "#f8e9c9",
  "#efd394",
  "#e4ba5c",
  "#d7a236",
  "#bf8718",
  "#966708",
  "#7a5304",
  "#5e4003",
  "#432d02",
];

const clay: MantineColorsTuple = [
  "#fcf0ec",
  "#f8ded5",
  "#efbba9",
  "#e5957b",
  "#db7555",
  "#c9593a",
  "#a94327",
  "#8c341d",
  "#6d2714",
  "#4e1b0d",
];

const sky: MantineColorsTuple = [
  "#edf4fa",
  "#d8e7f4",
  "#aecde7",
  "#81b1d8",
  "#5a98ca",
  "#3d81b7",
  "#2a6a9e",
  "#1f5682",
  "#164265",
  "#0e2e48",
];

const gray: MantineColorsTuple = [
  "#f7f8f6",
  "#eff1ed",
  "#e4e7e2",
  "#d5dad3",
  "#bcc3ba",
  "#99a297",
  "#6c766b",
  "#525c52",
  "#363e37",
  "#1e2520",
];

const dark: MantineColorsTuple = [
  "#dfe5e0",
  "#c0c9c2",
  "#9eaaa1",
  "#7b887f",
  "#455049",
  "#35403a",
  "#232c27",
  "#1a221e",
  "#131a17",
  "#0d1210",
];

const SANS =
  '"Public Sans Variable", "Public Sans Stand-in", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** Shades are chosen so that text reaches 4.5:1 and controls 3:1 on every surface that they stand on, in both schemes. */
export const theme = createTheme({
  primaryColor: "field",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  colors: { field, grain, clay, sky, gray, dark },
  black: "#1e2520",
  fontFamily: SANS,
  headings: { fontFamily: SANS, fontWeight: "680", textWrap: "balance" },
  defaultRadius: "md",
  radius: { sm: "0.25rem", md: "0.375rem", lg: "0.625rem" },
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** The project's own variables, and those of Mantine whose default is too pale to read. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f7f8f6",
    "--mantine-color-dimmed": "#566057",
    "--mantine-color-placeholder": "#6c766b",
    "--mantine-color-error": "#8c341d",
    "--mantine-color-default-border": "#8b958a",
    "--surface": "#ffffff",
    "--surface-sunken": "#f0f2ee",
    "--line": "#dfe3dd",
    "--line-strong": "#bcc3ba",
    "--ink": "#1e2520",
    "--ink-soft": "#566057",
    "--money-free": "#7d887e",
    "--money-reserved": "#bf8718",
    "--money-owed": "#c9593a",
    "--money-instructed": "#3d81b7",
    "--money-settled": "#1f674e",
    "--money-fees": "#7a6699",
  },
  dark: {
    "--mantine-color-body": "#131a17",
    "--mantine-color-dimmed": "#a6b1a8",
    "--mantine-color-placeholder": "#8d998f",
    "--mantine-color-error": "#efbba9",
    "--mantine-color-anchor": "#8abfa7",
    "--mantine-color-default-border": "#69766d",
    "--mantine-color-field-light": "#26392f",
    "--mantine-color-field-light-hover": "#2f463a",
    "--mantine-color-field-light-color": "#d3e8dc",
    "--surface": "#1a221e",
    "--surface-sunken": "#232c27",
    "--line": "#2e3832",
    "--line-strong": "#455049",
    "--ink": "#e6ebe7",
    "--ink-soft": "#a6b1a8",
    "--money-free": "#8d998f",
    "--money-reserved": "#d7a236",
    "--money-owed": "#e5805f",
    "--money-instructed": "#5a98ca",
    "--money-settled": "#459375",
    "--money-fees": "#9d89bd",
  },
});
